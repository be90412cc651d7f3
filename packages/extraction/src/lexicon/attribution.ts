import data from '../../data/attribution.json' with { type: 'json' }
import { markWord, wordKind } from '../text/word-kinds.ts'
import { inflectVerb } from './inflect-verb.ts'
import { loadData } from './load-data.ts'
import { addPhrase, createPhraseIndex, type PhraseIndex } from './phrase-index.ts'
import { AttributionSchema } from './schemas.ts'

const lists = loadData('attribution.json', AttributionSchema, data)
const verbs = formsOf(lists.verbs)
for (const verb of [...verbs, 'increased', 'raised', 'lowered', 'revised', 'cut', 'updated'])
  markWord(verb, wordKind.attribution)

/** The words by which claims are credited, ready for look-up. */
export const attribution = {
  phrases: indexPhrases(lists.phrases),
  nouns: marked(lists.nouns),
  sources: new Set(lists.sources),
  vague: new Set(lists.vague),
  pronouns: new Set(lists.pronouns),
  back: new Set(lists.back),
  outlets: lists.outlets,
  titles: new Set(lists.titles),
  /** Forms of the verbs that only people and those who speak for them do. */
  strong: formsOf(lists.strong),
  /** "detected 14 aircraft": what an army or a ministry reports by seeing it. */
  sightings: markedForms(lists.sightings),
  /** "issued figures". */
  issuing: markedForms(lists.issuing),
  /** "by their own count": nouns that open a statement with whoever counts. */
  counts: marked(lists.counts),
}

/** Whether a word is a form of a verb of saying. */
export function isAttributionVerb(word: string): boolean {
  return verbs.has(word)
}

function formsOf(list: readonly string[]): Set<string> {
  return new Set(list.flatMap((verb) => Object.values(inflectVerb(verb))))
}

function marked<Words extends Iterable<string>>(list: Words): Set<string> {
  for (const word of list) markWord(word, wordKind.attribution)
  return new Set(list)
}

function markedForms(list: readonly string[]): Set<string> {
  return marked(formsOf(list))
}

function indexPhrases(phrases: readonly string[]): PhraseIndex<true> {
  const index = createPhraseIndex<true>(wordKind.attribution)
  for (const phrase of phrases) addPhrase(index, phrase, true)
  return index
}
