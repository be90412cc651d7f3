import { type WordClass, wordClass } from '../lexicon/word-classes.ts'

/** Words that open a phrase of place. */
export const placing: WordClass = wordClass('placing')
