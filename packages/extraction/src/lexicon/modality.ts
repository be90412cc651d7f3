import data from '../../data/modality.json' with { type: 'json' }
import type { Status } from '../claim-schema.ts'
import { loadData } from './load-data.ts'
import { addPhrase, type PhraseIndex } from './phrase-index.ts'
import { ModalitySchema } from './schemas.ts'

/** Words that make a statement expected, possible or denied. */
export const modality: PhraseIndex<Exclude<Status, 'actual'>> = createModalityIndex()

function createModalityIndex(): PhraseIndex<Exclude<Status, 'actual'>> {
  const index: PhraseIndex<Exclude<Status, 'actual'>> = new Map()
  const lists = loadData('modality.json', ModalitySchema, data)
  for (const status of ['expected', 'possible', 'denied'] as const) {
    for (const phrase of lists[status] ?? []) addPhrase(index, phrase, status)
  }
  return index
}
