import { attribution } from '../lexicon/attribution.ts'

/** Words for an office or a rank, after which a person's name may stand. */
export const titles: ReadonlySet<string> = attribution.titles
