import data from '../../data/generics.json' with { type: 'json' }
import { wordKind } from '../text/word-kinds.ts'
import type { ActorName } from './actors.ts'
import { loadData } from './load-data.ts'
import { addPhrase, createPhraseIndex, type PhraseIndex } from './phrase-index.ts'
import { GenericsSchema } from './schemas.ts'

const lists = loadData('generics.json', GenericsSchema, data)

/** The mission that serves in a state, for "the mission" and "the force". */
export const missions: ReadonlyMap<string, string> = new Map(Object.entries(lists.missions))

/** Whose "Allied" troops and peacekeepers are when nobody is named. */
export const { meant } = lists

/** Plain nouns such as "the army" and "the rebels", by the family of actors that they point to. */
export const generics: PhraseIndex<ActorName['family']> = createGenericIndex()

function createGenericIndex(): PhraseIndex<ActorName['family']> {
  const index = createPhraseIndex<ActorName['family']>(wordKind.generic)
  for (const family of ['org', 'group', 'state'] as const)
    for (const phrase of lists[family]) addPhrase(index, phrase, family)
  return index
}
