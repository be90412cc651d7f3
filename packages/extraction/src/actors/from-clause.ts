import { placesAfter } from '../fields/places-after.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { findStateOfPlace } from '../lexicon/find-state-of-place.ts'
import { items } from '../lexicon/items.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import { type ActorContext, hurt } from './actor-context.ts'
import { agentOf } from './agent-of.ts'
import { findSubjects } from './find-subject.ts'
import { isOwnReport } from './is-own-report.ts'
import { opponentOf } from './opponent-of.ts'
import { organisationNear } from './organisation-near.ts'
import { leadingGroup } from './unnamed-forces.ts'
import { victimOf } from './victim-of.ts'

const against = wordClass('against')
const alliance = wordClass('alliance')
const and = wordClass('and')
const definite = wordClass('definite')
const borderNoun = wordClass('border-noun')
const ownerWords = wordClass('owner')
const owners = wordClass('owners')
const sceneOpener = wordClass('scene-opener')

/** Whose the count is by its governing verb or noun; null for several states', `unknown` when the clause does not tell. */
export function fromClause(context: ActorContext): string | null | 'unknown' {
  const { governor, predicate, mention } = context
  if (governor === null) return 'unknown'
  const { owner } = governor.reading.group
  if (owner === 'giver' || (owner === 'buyer' && predicate === 'supplied')) return giverOf(context)
  if (isOfMany(context)) return organisationNear(context)
  if (arrayedAgainst(context))
    return opponentOf(agentOf(context) ?? context.speaker ?? '', context) ?? 'unknown'
  if (owner === 'patient') return opponentOf(agentOf(context) ?? context.speaker ?? '', context) ?? 'unknown'
  if (predicate === 'other' && owner === 'enemy' && mention.noun.unit === 'materiel') return victimOf(context)
  if (hurt.has(predicate) && (owner === 'enemy' || predicate === 'captured')) return victimOf(context)
  // "280 soldiers were there; all were captured by rebels": who took them had them not.
  if (owner === 'enemy' && mention.noun.unit === 'personnel' && !hurt.has(predicate)) return 'unknown'
  if (hurt.has(predicate) && owner === 'self' && governor.side === 'after')
    return isOwnReport(context) ? context.speaker : 'unknown'
  if (isSelfMoving(context)) return 'unknown'
  if (isActOfUnnamed(context)) return actOfUnnamed(context)
  if (isActOfSeveral(context)) return null
  const agent = agentOf(context) ?? firedAt(context)
  if (agent === null || (mention.noun.armed && context.counts.get(agent)?.family === 'state'))
    return 'unknown'
  return agent
}

/** "The allies have 900 tanks", "European forces possess 150 tankers". */
function isOfMany({ governor, tokens, predicate, reading }: ActorContext): boolean {
  if (governor === null) return false
  const from = Math.max(reading.sentence.from, governor.hit.at - 4)
  const before = tokens.slice(from, governor.hit.at)
  if (predicate === 'strength' || predicate === 'deployed')
    if (before.some((token) => !token.capital && isOneOf(token, owners))) return true
  if (governor.side !== 'before' || hurt.has(predicate)) return false
  const at = before.findLastIndex((token) => isOneOf(token, alliance))
  return at >= 0 && !reading.actors.some((hit) => hit.at >= from + at && hit.to <= governor.hit.at)
}

/** "14 missiles were fired at Arcadia's capital", "… were launched overnight, Arcadia's air force said": by its enemy. */
function firedAt(context: ActorContext): string | null {
  const { governor, predicate, mention, reading, tokens, document, speaker, counts } = context
  if (predicate !== 'launched' || governor?.side !== 'after') return null
  const hit = reading.actors.find(({ at }) => {
    if (at < mention.to) return false
    const skip = tokens[at - 1]?.lower === 'the' ? 2 : 1
    return isOneOf(tokens[at - skip], against)
  })
  if (hit?.name.family === 'state') return opponentOf(hit.name.id, context)
  if (hit !== undefined || reading.actors.some(({ name }) => name.family === 'group')) return null
  const place = placesAfter(document, context)[0]
  const state = place === undefined ? null : findStateOfPlace(place.id)
  if (state !== null) return opponentOf(state, context)
  const told = speaker !== null && counts.get(speaker)?.family === 'state' && passive(context)
  return told ? opponentOf(speaker, context) : null
}

/** "had been used", "were launched": the trigger of a thing that is fired does not tell both from "flew". */
function passive({ governor, tokens }: ActorContext): boolean {
  if (governor === null) return false
  const before = tokens[governor.hit.at - 1]?.lower ?? ''
  return governor.passive || words.be.has(before)
}

/** "he said 7,000 troops arrived", "where 7,000 troops drill": the subject is the count itself, and whose it is stands elsewhere. */
function isSelfMoving({ governor, mention, credits, tokens }: ActorContext): boolean {
  if (governor === null || governor.side !== 'after' || governor.passive) return false
  if (mention.noun.unit !== 'personnel') return false
  return credits.some((credit) => credit.at < mention.from) || isOneOf(tokens[mention.from - 1], sceneOpener)
}

/** "150,000 troops arrayed on its borders" are those of its enemy. */
function arrayedAgainst({ governor, mention, tokens, reading }: ActorContext): boolean {
  if (governor?.side !== 'after' || mention.noun.unit === 'materiel') return false
  for (let at = governor.hit.to; at < Math.min(reading.sentence.to, governor.hit.to + 4); at += 1) {
    if (isOneOf(tokens[at], ownerWords)) return isOneOf(tokens[at + 1], borderNoun)
  }
  return false
}

/** "militants fired 40 rockets": some group did, not the state that says so. */
function isActOfUnnamed({ governor, tokens, reading, mention }: ActorContext): boolean {
  if (governor?.side !== 'before' || mention.noun.unit !== 'materiel') return false
  for (let at = governor.hit.at - 1; at >= Math.max(reading.sentence.from, governor.hit.at - 4); at -= 1) {
    const found = findPhrase(items, tokens, at)
    if (found?.value.armed) return !reading.actors.some((hit) => hit.to <= at && at - hit.to <= 2)
    if (!words.auxiliary.has(tokens[at]?.lower ?? '') && !words.adverb.has(tokens[at]?.lower ?? ''))
      return false
  }
  return false
}

/** "The rebels" are those spoken of; plain "rebels" may be any. */
function actOfUnnamed(context: ActorContext): string | null {
  const { tokens, governor, topic } = context
  const from = Math.max(0, (governor?.hit.at ?? 0) - 6)
  const meant = governor !== null && someOf(tokens, from, governor.hit.at, definite)
  return leadingGroup(context) ?? (meant ? topic.group : null)
}

/** "Finland and Sweden can mobilise 330,000 soldiers": several states, no common name. */
function isActOfSeveral(context: ActorContext): boolean {
  const { governor, tokens, reading } = context
  if (governor?.side !== 'before' || governor.passive) return false
  const subject = findSubjects(context, governor.hit.at).at(-1)
  if (subject?.name.family !== 'state' || !isPlainName(subject)) return false
  const start = tokens[subject.at - 1]?.lower === 'the' ? subject.at - 2 : subject.at - 1
  const before = reading.actors.find((hit) => hit.to === start && isOneOf(tokens[hit.to], and))
  return before !== undefined && isPlainName(before) && before.name.id !== subject.name.id
}

/** A name of a state or of its people, not a capital or a leader. */
function isPlainName({ name }: ActorHit): boolean {
  return name.kind === 'name' || name.kind === 'people'
}

function giverOf({ tokens, reading, mention }: ActorContext): string | null {
  const hit = reading.actors.find(
    (candidate) =>
      candidate.at >= mention.to &&
      tokens.slice(mention.to, candidate.at).some((token) => token.lower === 'from'),
  )
  return hit?.name.id ?? null
}
