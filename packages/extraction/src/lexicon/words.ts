import data from '../../data/words.json' with { type: 'json' }
import { loadData } from './load-data.ts'
import { WordsSchema } from './schemas.ts'

const lists = loadData('words.json', WordsSchema, data)

/** The closed classes of words, as listed in `data/words.json`. */
export const words = Object.fromEntries(
  Object.entries(lists).map(([name, list]) => [name, new Set(list)]),
) as Record<keyof typeof lists, ReadonlySet<string>>
