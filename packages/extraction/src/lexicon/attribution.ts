import data from '../../data/attribution.json' with { type: 'json' }
import { markWord, wordKind } from '../text/word-kinds.ts'
import { inflectVerb } from './inflect-verb.ts'
import { loadData } from './load-data.ts'
import { addPhrase, type PhraseIndex } from './phrase-index.ts'
import { AttributionSchema } from './schemas.ts'

const lists = loadData('attribution.json', AttributionSchema, data)
const verbs = new Set(lists.verbs.flatMap((verb) => Object.values(inflectVerb(verb))))
for (const verb of [...verbs, 'increased', 'raised', 'lowered', 'revised', 'cut', 'updated'])
  markWord(verb, wordKind.attribution)

/** The words by which claims are credited, ready for look-up. */
export const attribution = {
  phrases: createPhraseIndex(lists.phrases),
  nouns: new Set(lists.nouns),
  sources: new Set(lists.sources),
  vague: new Set(lists.vague),
  pronouns: new Set(lists.pronouns),
  back: new Set(lists.back),
  outlets: lists.outlets,
}

/** Whether a word is a form of a verb of saying. */
export function isAttributionVerb(word: string): boolean {
  return verbs.has(word)
}

function createPhraseIndex(phrases: readonly string[]): PhraseIndex<true> {
  const index: PhraseIndex<true> = new Map()
  for (const phrase of phrases) addPhrase(index, phrase, true, wordKind.attribution)
  return index
}
