import data from '../../data/irregular-verbs.json' with { type: 'json' }
import { loadData } from './load-data.ts'
import { IrregularVerbsSchema } from './schemas.ts'

/** The forms of a verb; `past` and `participle` are often the same word. */
export type VerbForms = { base: string; third: string; past: string; participle: string; ing: string }

const irregular = loadData('irregular-verbs.json', IrregularVerbsSchema, data)

// Participles that describe a noun ("three lost tanks") are left out: they do not end it.
const describing = new Set(['lost', 'sunk', 'slain', 'hit', 'cut', 'set', 'put', 'killed', 'downed'])
const irregularPasts = new Set(
  Object.values(irregular)
    .flat()
    .filter((word) => !word.endsWith('ed') && !describing.has(word)),
)

/** Whether a word is the past of an irregular verb, such as "went". */
export function isIrregularPast(word: string): boolean {
  return irregularPasts.has(word)
}

/** Inflects a verb or a verb phrase, whose first word carries the ending. */
export function inflectVerb(phrase: string): VerbForms {
  const [verb = '', ...rest] = phrase.split(' ')
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : ''
  const [past, participle] = irregular[verb] ?? [pastOf(verb), pastOf(verb)]
  return {
    base: verb + tail,
    third: thirdOf(verb) + tail,
    past: past + tail,
    participle: participle + tail,
    ing: ingOf(verb) + tail,
  }
}

function thirdOf(verb: string): string {
  if (verb === 'have') return 'has'
  if (verb === 'be') return 'is'
  return pluralOfWord(verb)
}

function pastOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  return doubles(verb) ? `${verb + verb.at(-1)}ed` : `${verb}ed`
}

function ingOf(verb: string): string {
  if (verb === 'die' || verb === 'lie') return `${verb[0]}ying`
  if (verb === 'be') return 'being'
  if (verb.endsWith('e') && !verb.endsWith('ee')) return `${verb.slice(0, -1)}ing`
  return doubles(verb) ? `${verb + verb.at(-1)}ing` : `${verb}ing`
}

const doubledAtTheEnd =
  /^(?:transfer|commit|equip|admit|swap|recur|enrol|patrol|intermit|withdrawl|airdrop|cut|put|hit)$/

function doubles(verb: string): boolean {
  return /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb) || doubledAtTheEnd.test(verb)
}

/** The plural of an English noun; only its last word changes. */
export function pluralOfWord(word: string): string {
  if (word.endsWith('man') && !/(?:human|german|roman)$/.test(word)) return `${word.slice(0, -3)}men`
  if (word.endsWith('person')) return `${word.slice(0, -6)}people`
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return word === 'go' || word === 'do' || word === 'torpedo' ? `${word}es` : `${word}s`
}
