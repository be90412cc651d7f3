import data from '../../data/modality.json' with { type: 'json' }
import type { Status } from '../claim-schema.ts'
import { loadData } from './load-data.ts'
import { ModalitySchema } from './schemas.ts'

const lists = loadData('modality.json', ModalitySchema, data)
// The order decides between two lists that hold the same word.
const statuses = ['expected', 'possible', 'denied'] as const

/** The words that make a statement expected, possible or denied, by the place they take. */
export const modality = {
  /** "will send", "might send". */
  auxiliaries: byWord((status) => lists[status].auxiliaries),
  /** "plans to send", "considers sending"; those of `actual` say that it is done. */
  leads: new Map<string, Status>([
    ...byWord((status) => lists[status].leads),
    ...lists.actual.leads.map((word) => [word, 'actual'] as const),
  ]),
  /** "a potential 10,000", "the planned deployment". */
  modifiers: byWord((status) => lists[status].modifiers),
  /** "pledged 40 tanks". */
  verbs: byWord((status) => lists[status].verbs),
  announcing: new Set(lists.expected.announcing),
  /** "expects 10,000 troops there by May". */
  expecting: new Set(lists.expected.expecting),
  /** "is raising a force of up to 30,000". */
  building: new Set(lists.expected.building),
  doubting: new Set(lists.doubting),
  conditional: new Set(lists.conditional),
}

function byWord(pick: (status: (typeof statuses)[number]) => readonly string[]): Map<string, Status> {
  return new Map(statuses.flatMap((status) => pick(status).map((word) => [word, status] as const)))
}
