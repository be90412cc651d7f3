import type { InferOutput } from 'valibot'
import data from '../../data/triggers.json' with { type: 'json' }
import { wordKind } from '../text/word-kinds.ts'
import { inflectVerb } from './inflect-verb.ts'
import { loadData } from './load-data.ts'
import { addPhrase, createPhraseIndex, type PhraseIndex } from './phrase-index.ts'
import { pluralOfWord } from './plural-of-word.ts'
import { TriggersSchema } from './schemas.ts'
import { words } from './words.ts'

/** What a group of verbs and nouns means for each unit. */
export type TriggerGroup = InferOutput<typeof TriggersSchema>[number]
/** The forms one written word can be. */
export type TriggerForm = { noun: boolean; base: boolean; finite: boolean; participle: boolean; ing: boolean }
/** A written word read as a member of a group. */
export type TriggerReading = { group: TriggerGroup; form: TriggerForm; lemma: string }

/** Every form of every verb and noun that tells what happened. */
export const triggers: PhraseIndex<TriggerReading[]> = createTriggerIndex()

function createTriggerIndex(): PhraseIndex<TriggerReading[]> {
  const index = createPhraseIndex<TriggerReading[]>(wordKind.trigger)
  const readings = new Map<string, TriggerReading[]>()
  for (const group of loadData('triggers.json', TriggersSchema, data)) {
    for (const verb of group.verbs) addVerb(readings, verb, group)
    for (const noun of group.nouns) addNoun(readings, noun, group)
  }
  for (const [phrase, list] of readings) addPhrase(index, phrase, list)
  // Set phrases that hold a trigger by chance are found first and mean nothing.
  for (const phrase of words.neutral) addPhrase(index, phrase, [])
  return index
}

function addNoun(readings: Map<string, TriggerReading[]>, noun: string, group: TriggerGroup): void {
  readingOf(readings, noun, group, noun).form.noun = true
  if (!noun.includes(' ') && (noun.endsWith('ss') || !noun.endsWith('s')))
    readingOf(readings, pluralOfWord(noun), group, noun).form.noun = true
}

function addVerb(readings: Map<string, TriggerReading[]>, verb: string, group: TriggerGroup): void {
  const forms = inflectVerb(verb)
  const add = (phrase: string) => readingOf(readings, phrase, group, verb).form
  add(forms.base).base = true
  add(forms.third).finite = true
  add(forms.past).finite = true
  add(forms.participle).participle = true
  add(forms.ing).ing = true
  if (!verb.startsWith('be ')) return
  add(`are${verb.slice(2)}`).finite = true
  add(`were${verb.slice(2)}`).finite = true
}

function readingOf(
  readings: Map<string, TriggerReading[]>,
  phrase: string,
  group: TriggerGroup,
  lemma: string,
): TriggerReading {
  const list = readings.get(phrase) ?? []
  readings.set(phrase, list)
  const known = list.find((reading) => reading.group === group)
  if (known) return known
  const form = { noun: false, base: false, finite: false, participle: false, ing: false }
  const reading = { group, lemma, form }
  list.push(reading)
  return reading
}
