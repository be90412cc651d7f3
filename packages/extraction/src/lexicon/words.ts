import data from '../../data/words.json' with { type: 'json' }
import { loadData } from './load-data.ts'
import { WordsSchema } from './schemas.ts'
import { toSets } from './to-sets.ts'

const lists = loadData('words.json', WordsSchema, data)

/** The closed classes of words, as listed in `data/words.json`. */
export const words = toSets(lists)
