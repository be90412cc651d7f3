import data from '../../data/homes.json' with { type: 'json' }
import { wordKind } from '../text/word-kinds.ts'
import { loadData } from './load-data.ts'
import { addPhrase, createPhraseIndex, type PhraseIndex } from './phrase-index.ts'
import { HomesSchema } from './schemas.ts'

/** Regions and towns by the state whose army serves there. */
export const homes: PhraseIndex<string> = createHomeIndex()

function createHomeIndex(): PhraseIndex<string> {
  const index = createPhraseIndex<string>(wordKind.home)
  for (const [state, names] of Object.entries(loadData('homes.json', HomesSchema, data)))
    for (const name of names) addPhrase(index, name, state)
  return index
}
