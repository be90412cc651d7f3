import { irregular } from './irregular-verbs.ts'
import { pluralOfWord } from './plural-of-word.ts'

/** The forms of a verb; `past` and `participle` are often the same word. */
export type VerbForms = { base: string; third: string; past: string; participle: string; ing: string }

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
