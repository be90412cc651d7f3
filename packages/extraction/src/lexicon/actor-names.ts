import data from '../../data/names.json' with { type: 'json' }
import { loadData } from './load-data.ts'
import { NamesSchema } from './schemas.ts'
import { toSets } from './to-sets.ts'

/** What sets the names of actors apart from those of people, waters, ships and newspapers. */
export const actorNames = toSets(loadData('names.json', NamesSchema, data))
