import data from '../../data/contexts.json' with { type: 'json' }
import { loadData } from './load-data.ts'
import { ContextsSchema } from './schemas.ts'

const lists = loadData('contexts.json', ContextsSchema, data)
const sets = new Map(Object.entries(lists).map(([name, words]) => [name, new Set(words)]))

/** The names of the word lists of `data/contexts.json`. */
export type ContextName = keyof typeof lists

/** The words that decide doubtful counts, by the name of their list. */
export function contextWords(name: ContextName): ReadonlySet<string> {
  return sets.get(name) ?? new Set()
}
