import { modality } from '../lexicon/modality.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import type { ActorContext } from './actor-context.ts'
import { findSubjects } from './find-subject.ts'

const country = wordClass('country')
const locationPreposition = wordClass('location-preposition')
const personalOwner = wordClass('personal-owner')
const relativePronoun = wordClass('relative-pronoun')

// "which was meant to be": the words between a relative and its verb.
const longestChain = 5

/** The nearest subject; "they" and "it" stand for the first one, or for the speaker, or for the sentence before. */
export function subjectOf(context: ActorContext, limit: number): string | null {
  const subjects = findSubjects(context, limit)
  const pronoun = pronounBefore(context, limit)
  if (pronoun === 'we') return context.speaker ?? subjects[0]?.name.id ?? null
  const antecedent = antecedentBefore(context, limit)
  if (antecedent !== null) return antecedent
  if (pronoun !== null) return pronounSubject(context, subjects, limit)
  if (spokenBy(context, limit)) return context.speaker
  const last = subjects.at(-1)
  if (last) return last.name.id
  // "It holds two towns and has 8,000 fighters": both verbs have one subject.
  const first = context.tokens[context.reading.sentence.from]?.lower
  return first === 'it' || first === 'they' ? pronounSubject(context, subjects, limit) : null
}

/** "the mission, which was to have 2,500 officers": the name right before the relative. */
function antecedentBefore({ tokens, reading }: ActorContext, limit: number): string | null {
  let at = limit - 1
  const floor = Math.max(reading.sentence.from, limit - longestChain)
  while (at > floor && !isOneOf(tokens[at], relativePronoun) && tokens[at]?.kind === 'word') at -= 1
  if (!isOneOf(tokens[at], relativePronoun) || reading.actors.some((hit) => hit.at > at && hit.to <= limit))
    return null
  const comma = tokens[at - 1]?.text === ',' ? at - 1 : at
  const end = tokens[comma - 1]?.text === ')' ? comma - 1 : comma
  const hit = reading.actors.findLast((candidate) => candidate.to <= end)
  if (hit === undefined) return null
  // "two brigades in Arcadia, which include": the place has them not.
  if (isOneOf(tokens[hit.at - 1], locationPreposition)) return null
  // "Arcadia's government, which": the name owns what the relative goes back to.
  const owned = tokens[hit.to]?.lower === "'s" && end - hit.to <= 3
  return hit.to === end || owned ? hit.name.id : null
}

function pronounSubject(
  { credits, speaker, subjectBefore, reading }: ActorContext,
  subjects: readonly ActorHit[],
  limit: number,
): string | null {
  const said = credits.findLast((credit) => credit.at < limit)
  const between = subjects.find((hit) => said === undefined || hit.at > said.at)
  const meant = reading.actors.find((hit) => hit.name.kind === 'generic' && hit.to <= limit)
  return (
    between?.name.id ??
    (said ? speaker : null) ??
    subjects[0]?.name.id ??
    meant?.name.id ??
    subjectBefore ??
    speaker
  )
}

function pronounBefore({ tokens, reading }: ActorContext, limit: number): 'it' | 'we' | null {
  let at = limit - 1
  while (at > reading.sentence.from && leadsOn(tokens[at]?.lower ?? '')) at -= 1
  const word = tokens[at]?.lower
  if (word === 'we') return 'we'
  // "The president said his country had lost 900 soldiers."
  if (country.words.has(word ?? '') && isOneOf(tokens[at - 1], personalOwner)) return 'we'
  return word === 'it' || word === 'they' || word === 'he' ? 'it' : null
}

/** Auxiliaries and the words of "have decided to" between a subject and its verb. */
function leadsOn(word: string): boolean {
  return words.auxiliary.has(word) || words.adverb.has(word) || word === 'to' || modality.leads.has(word)
}

/** "the ministry claims to have downed 40 drones", "admitted losing 40 men": the speaker acts. */
function spokenBy({ credits, tokens }: ActorContext, limit: number): boolean {
  const said = credits.findLast((credit) => credit.at < limit)
  if (said === undefined || limit - said.at > 6) return false
  return (
    tokens[said.at + 1]?.lower === 'to' ||
    (said.at + 1 === limit && tokens[limit]?.lower.endsWith('ing') === true)
  )
}
