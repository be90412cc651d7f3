import data from '../../data/irregular-verbs.json' with { type: 'json' }
import { loadData } from './load-data.ts'
import { IrregularVerbsSchema } from './schemas.ts'

/** Past and participle of irregular verbs. */
export const irregular = loadData('irregular-verbs.json', IrregularVerbsSchema, data)
