import type { Predicate } from '../claim-schema.ts'
import { adversariesOf } from '../lexicon/adversaries.ts'
import { wordsOf } from '../lexicon/words.ts'
import type { ActorCounts } from '../reading/count-actors.ts'
import type { ActorHit } from '../reading/read-sentence.ts'
import { findSubject } from './find-subject.ts'
import type { MentionContext } from './resolve-predicate.ts'

/** What the actor of a mention may be found from, beyond its sentence. */
export type ActorContext = MentionContext & {
  predicate: Predicate
  counts: ActorCounts
  /** The subject of the sentence before, for "it" and "they". */
  subjectBefore: string | null
  /** The claim before, for lists and left-out nouns. */
  last: { actor: string | null; predicate: Predicate; sentence: number; listed: boolean } | null
  /** The state or group of the speaker, for "we" and "our". */
  speaker: string | null
}

/** An actor and how it was found, from the phrase itself down to a guess. */
export type ActorReading = {
  actor: string | null
  evidence: 'phrase' | 'clause' | 'context' | 'guess' | 'none'
}

const hurt = new Set<Predicate>(['killed', 'wounded', 'captured', 'casualties', 'lost', 'missing'])
const belonging = new Set(['of', 'from', 'among', 'amongst', 'belonging', 'by', 'for'])
const joint: ActorReading = { actor: null, evidence: 'clause' }

/** Tells whose people or weapons are counted. */
export function resolveActor(context: ActorContext): ActorReading {
  if (isJoint(context)) return joint
  const own = ownName(context) ?? pronounOwner(context)
  if (own) return { actor: own, evidence: 'phrase' }
  if (context.last?.listed && sameKind(context)) return { actor: context.last.actor, evidence: 'clause' }
  const inClause = fromClause(context)
  if (inClause !== null) return { actor: inClause, evidence: 'clause' }
  return fromArticle(context)
}

function sameKind({ last, predicate }: ActorContext): boolean {
  return last?.predicate === predicate && last.actor !== null
}

/** "each side freed 40 prisoners" belongs to nobody alone. */
function isJoint({ tokens, mention, reading, predicate }: ActorContext): boolean {
  if (tokens[mention.to]?.lower === 'each' || tokens[mention.to + 1]?.lower === 'each') return true
  for (let at = reading.sentence.from; at < mention.from; at += 1) {
    const word = tokens[at]?.lower
    const next = tokens[at + 1]?.lower
    if (
      (word === 'each' || word === 'both') &&
      (next === 'side' || next === 'sides' || (predicate === 'other' && next !== 'other'))
    )
      return true
  }
  return false
}

/** A name among the modifiers or right after the noun: "North Korean troops", "soldiers of the Malian army". */
function ownName({ tokens, mention, reading }: ActorContext): string | null {
  const inside = reading.actors.filter(
    (hit) => hit.at >= mention.quantity.numberFrom && hit.to <= mention.to && hit.name.kind !== 'capital',
  )
  const modifier = inside.find((hit) => hit.name.family !== 'state') ?? inside.at(-1)
  if (modifier) return modifier.name.id
  const before = reading.actors.find(
    (hit) => tokens[hit.to]?.lower === "'s" && endsBefore(tokens, hit.to + 1, mention.from),
  )
  if (before && before.name.kind !== 'leader') return before.name.id
  return nameAfter({ tokens, mention, reading })
}

function endsBefore(tokens: MentionContext['tokens'], from: number, to: number): boolean {
  if (to < from || to - from > 2) return false
  return tokens
    .slice(from, to)
    .every((token) => token.kind === 'word' && !wordsOf('preposition').has(token.lower))
}

/** "of the Malian army", "from Ruritania", "among Syrian rebels"; "withdrew from Syria" is a place. */
function nameAfter({
  tokens,
  mention,
  reading,
}: Pick<MentionContext, 'tokens' | 'mention' | 'reading'>): string | null {
  const hit = reading.actors.find((candidate) => candidate.at >= mention.to)
  if (!hit || hit.at - mention.to > 6) return null
  const between = tokens.slice(mention.to, hit.at).map((token) => token.lower)
  const [first = '', ...rest] = between
  if (!belonging.has(first) || first === 'by' || first === 'for') return null
  if (rest.some((word) => [',', '.', 'and', 'by', 'in', 'on', 'to', 'at', 'near'].includes(word))) return null
  if (first === 'of' && hit.name.kind === 'capital') return null
  return first === 'from' && !isOrigin(tokens, mention, hit) ? null : hit.name.id
}

function isOrigin(
  tokens: MentionContext['tokens'],
  mention: MentionContext['mention'],
  hit: ActorHit,
): boolean {
  const before = tokens.slice(Math.max(0, mention.from - 4), mention.from).map((token) => token.lower)
  if (before.some((word) => /^(?:withdr|pull|remov|evacuat|expel|return)/.test(word))) return false
  return hit.name.kind === 'name'
}

/** "our soldiers", "its 40 jets": the speaker or the subject. */
function pronounOwner(context: ActorContext): string | null {
  const { tokens, mention, reading } = context
  const words = [
    ...tokens.slice(mention.quantity.to, mention.to),
    ...tokens.slice(Math.max(0, mention.from - 1), mention.from),
  ]
  for (const { lower } of words) {
    if (lower === 'our' || lower === 'my') return context.speaker
    if (lower === 'its' || lower === 'their')
      return findSubject(reading, tokens, mention.from)?.name.id ?? context.subjectBefore
  }
  return null
}

function fromClause(context: ActorContext): string | null {
  const { governor, predicate, mention } = context
  if (governor === null) return null
  const agent = agentOf(context)
  const { owner } = governor.reading.group
  if (owner === 'giver' || owner === 'buyer') return giverOf(context) ?? null
  if (hurt.has(predicate) && (owner === 'enemy' || predicate === 'captured')) {
    const victim = victimNamed(context)
    if (victim) return victim
    return agent === null ? null : opponentOf(agent, context)
  }
  if (mention.noun.armed && agent !== null && context.counts.get(agent)?.family === 'state') return null
  return agent
}

/** The subject of an active verb, or the one after "by" of a passive. */
function agentOf({ tokens, reading, governor, mention, subjectBefore }: ActorContext): string | null {
  if (governor === null) return null
  const { hit, passive, side } = governor
  const by = byAgent(tokens, reading.actors, Math.max(hit.to, mention.to), reading.sentence.to)
  if ((passive || governor.reading.form.noun) && by) return by
  const noun =
    governor.reading.form.noun && side === 'before'
      ? nounOwner(tokens, reading.actors, hit.at, hit.to, mention.from)
      : null
  if (noun) return noun
  if (passive && governor.reading.group.owner === 'enemy') return null
  const limit = side === 'before' ? hit.at : mention.from
  const subject = findSubject(reading, tokens, limit)
  if (subject) return subject.name.id
  return subjectBefore
}

function byAgent(
  tokens: MentionContext['tokens'],
  hits: readonly ActorHit[],
  from: number,
  to: number,
): string | null {
  const hit = hits.find((candidate) => candidate.at >= from && candidate.at < Math.min(to, from + 8))
  if (!hit) return null
  const before = tokens.slice(from, hit.at).map((token) => token.lower)
  return before.includes('by') && !before.includes(',') ? hit.name.id : null
}

/** "Russia's losses", "Russian losses in tanks", "losses among Arcadian troops". */
function nounOwner(
  tokens: MentionContext['tokens'],
  hits: readonly ActorHit[],
  at: number,
  to: number,
  limit: number,
): string | null {
  const before = hits.findLast(
    (hit) =>
      hit.to <= at &&
      at - hit.to <= 3 &&
      tokens
        .slice(hit.to, at)
        .every((token) => token.kind === 'word' && !wordsOf('preposition').has(token.lower)),
  )
  if (before) return before.name.id
  const after = hits.find(
    (hit) => hit.at >= to && hit.at < limit && hit.at - to <= 3 && belonging.has(tokens[to]?.lower ?? ''),
  )
  return after?.name.id ?? null
}

function giverOf({ tokens, reading, mention }: ActorContext): string | null {
  const hit = reading.actors.find(
    (candidate) =>
      candidate.at >= mention.to &&
      tokens.slice(mention.to, candidate.at).some((token) => token.lower === 'from' || token.lower === 'by'),
  )
  return hit?.name.id ?? null
}

function victimNamed({ tokens, reading, governor, mention }: ActorContext): string | null {
  const hit = reading.actors.find((candidate) => candidate.at >= mention.to && candidate.at - mention.to <= 5)
  if (!hit || governor === null) return null
  const first = tokens[mention.to]?.lower
  return first === 'of' || first === 'among' ? hit.name.id : null
}

/** The enemy of the one who acts: named here, else the one the article speaks of most. */
export function opponentOf(
  agent: string,
  context: Pick<ActorContext, 'counts' | 'mention' | 'reading'>,
): string | null {
  const enemies = adversariesOf(agent)
  const armed = context.mention.noun.armed
  const fits = (id: string) => !armed || context.counts.get(id)?.family !== 'state'
  const near = context.reading.actors.find((hit) => enemies.has(hit.name.id) && fits(hit.name.id))
  if (near) return near.name.id
  let best: { id: string; count: number } | null = null
  for (const id of enemies) {
    const count = context.counts.get(id)?.count ?? 0
    if (count > 0 && fits(id) && (best === null || count > best.count)) best = { id, count }
  }
  return best?.id ?? null
}

function fromArticle(context: ActorContext): ActorReading {
  const { last, mention, counts, reading, predicate } = context
  const nearby = last !== null && mention.sentence - last.sentence <= 1
  if (mention.head === null && nearby && last.actor !== null && samePart(last.predicate, predicate))
    return { actor: last.actor, evidence: 'context' }
  if (nearby && last.actor !== null && samePart(last.predicate, predicate) && !mention.noun.armed)
    return { actor: last.actor, evidence: 'context' }
  const hits = reading.actors.filter((hit) => (mention.noun.armed ? hit.name.family === 'group' : true))
  const only = new Set(hits.map((hit) => hit.name.id))
  if (only.size === 1) return { actor: hits[0]?.name.id ?? null, evidence: 'context' }
  const top = mostNamed(counts, mention.noun.armed)
  return top === null ? { actor: null, evidence: 'none' } : { actor: top, evidence: 'guess' }
}

/** The side that loses in one sentence is not the side that fires in the next. */
function samePart(before: Predicate, now: Predicate): boolean {
  return hurt.has(before) === hurt.has(now) && (before === 'launched') === (now === 'launched')
}

function mostNamed(counts: ActorCounts, armed: boolean): string | null {
  let best: { id: string; count: number } | null = null
  for (const [id, { count, family }] of counts) {
    if (armed ? family !== 'group' : family === 'org') continue
    if (best === null || count > best.count) best = { id, count }
  }
  return best?.id ?? null
}
