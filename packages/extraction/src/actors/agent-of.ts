import { modality } from '../lexicon/modality.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import type { ActorContext } from './actor-context.ts'
import { findSubjects } from './find-subject.ts'

const nounBelonging = wordClass('noun-belonging')
const country = wordClass('country')
const locationPreposition = wordClass('location-preposition')
const personalOwner = wordClass('personal-owner')
const relativePronoun = wordClass('relative-pronoun')

// "which was meant to be": the words between a relative and its verb.
const longestChain = 5

/** Who does what the governing verb or noun says; null when the text leaves it out. */
export function agentOf(context: ActorContext): string | null {
  const { tokens, reading, governor, mention } = context
  if (governor === null) return null
  const { hit, passive, side } = governor
  if (governor.reading.form.noun && side === 'before') {
    const owner = nounOwner(tokens, reading.actors, hit.at, hit.to, mention.from)
    if (owner) return owner
  }
  const told = infinitiveAgent(context)
  if (told !== null) return told
  const by = byAgent(tokens, reading.actors, hit.to, reading.sentence.to)
  if ((passive || governor.reading.form.noun) && by) return by
  if (passive && governor.reading.group.owner === 'enemy') return null
  return resultAgent(context) ?? subjectOf(context, side === 'before' ? hit.at : mention.from)
}

/** "the withdrawal of US forces, leaving 200 soldiers": what results is of the one whose deed is named. */
function resultAgent({ tokens, reading, governor }: ActorContext): string | null {
  if (!governor?.reading.form.ing || tokens[governor.hit.at - 1]?.text !== ',') return null
  const deed = reading.triggers.findLast(
    ({ to, readings }) =>
      to < governor.hit.at && readings.some(({ form, group }) => form.noun && !group.weak),
  )
  return deed && tokens[deed.to]?.lower === 'of'
    ? nounOwner(tokens, reading.actors, deed.at, deed.to, governor.hit.at)
    : null
}

/** "expects Germany to deploy a brigade": the one who is to act stands before the infinitive. */
function infinitiveAgent({ tokens, reading, governor }: ActorContext): string | null {
  if (governor === null || !governor.reading.form.base) return null
  let at = governor.hit.at - 1
  while (words.adverb.has(tokens[at]?.lower ?? '')) at -= 1
  if (tokens[at]?.lower !== 'to') return null
  const hit = reading.actors.find((candidate) => candidate.to === at)
  return hit && hit.name.kind !== 'people' ? hit.name.id : null
}

/** The nearest subject; "they" and "it" stand for the first one, or for the speaker, or for the sentence before. */
function subjectOf(context: ActorContext, limit: number): string | null {
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

function byAgent(
  tokens: ActorContext['tokens'],
  hits: readonly ActorHit[],
  from: number,
  to: number,
): string | null {
  for (let at = from; at < Math.min(to, from + 14); at += 1) {
    const word = tokens[at]?.lower
    if (word === ';' || word === 'which' || word === 'while') return null
    if (word !== 'by') continue
    const hit = hits.find((candidate) => candidate.at > at && candidate.at <= at + 4)
    return hit?.name.id ?? null
  }
  return null
}

/** "Russia's losses", "Russian losses in tanks", "losses among Arcadian troops". */
function nounOwner(
  tokens: ActorContext['tokens'],
  hits: readonly ActorHit[],
  at: number,
  to: number,
  limit: number,
): string | null {
  const before = hits.findLast(
    (hit) =>
      hit.to <= at &&
      at - hit.to <= 4 &&
      tokens.slice(hit.to, at).every((token) => token.kind === 'word' && !words.preposition.has(token.lower)),
  )
  if (before && before.name.kind !== 'leader') return before.name.id
  const after = hits.find(
    (hit) => hit.at >= to && hit.at < limit && hit.at - to <= 3 && isOneOf(tokens[to], nounBelonging),
  )
  return after?.name.id ?? null
}
