import data from '../../data/words.json' with { type: 'json' }
import { loadData } from './load-data.ts'
import { WordsSchema } from './schemas.ts'

const lists = loadData('words.json', WordsSchema, data)
const sets = new Map(Object.entries(lists).map(([name, words]) => [name, new Set(words)]))
const none: ReadonlySet<string> = new Set()

/** The closed class of words of a name, as listed in `data/words.json`. */
export function wordsOf(name: keyof typeof lists): ReadonlySet<string> {
  return sets.get(name) ?? none
}
