import data from '../../data/contexts.json' with { type: 'json' }
import { markWord, wordKind } from '../text/word-kinds.ts'
import { loadData } from './load-data.ts'
import { ContextsSchema } from './schemas.ts'
import { toSets } from './to-sets.ts'

const lists = loadData('contexts.json', ContextsSchema, data)

/** The names of the word lists of `data/contexts.json`. */
export type ContextName = keyof typeof lists

for (const word of lists.military) markWord(word, wordKind.military)
for (const word of lists.civil) markWord(word, wordKind.civil)

/** The words that decide doubtful counts, by the name of their list. */
export const contexts = toSets(lists)
