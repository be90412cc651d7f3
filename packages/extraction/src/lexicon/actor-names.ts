import data from '../../data/names.json' with { type: 'json' }
import { loadData } from './load-data.ts'
import { NamesSchema } from './schemas.ts'
import { toSets } from './to-sets.ts'

const { shared, ...lists } = loadData('names.json', NamesSchema, data)

/** What sets the names of actors apart from those of people, waters, ships and newspapers. */
export const actorNames = toSets(lists)

/** Names that several actors bear, such as "IAF", with those who may be meant. */
export const sharedNames: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(shared))
