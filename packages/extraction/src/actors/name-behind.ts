import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import { type ActorContext, hurt } from './actor-context.ts'

const nameBelonging = wordClass('name-belonging')
const ownerWall = wordClass('owner-wall')
const leaving = wordClass('leaving')
const sent = wordClass('sent')
const service = wordClass('service')

/** "of the Malian army", "sent from Ruritania", "among Syrian rebels"; "withdrew from Syria" is a place. */
export function nameAfter(context: ActorContext): string | null {
  const { tokens, mention, reading } = context
  const hit = reading.actors.find((candidate) => candidate.at >= mention.to)
  if (!hit || hit.at - mention.to > 6) return null
  // "6,000 fallen Arcadians".
  if (hit.at === mention.to && hit.name.kind === 'people' && tokens[hit.at]?.lower.endsWith('s'))
    return hit.name.id
  if (isCompared(context, hit)) return hit.name.id
  const between = tokens.slice(mention.to, hit.at).map((token) => token.lower)
  const at = between.findLastIndex((word) => words.preposition.has(word))
  const preposition = between[at] ?? ''
  const moved = at === 1 && preposition === 'from' && sent.words.has(between[0] ?? '')
  if (!nameBelonging.words.has(preposition) || (at > 0 && !moved && between[0] !== 'of')) return null
  if (between.some((word) => ownerWall.words.has(word))) return null
  return isOwner(context, hit, preposition) ? hit.name.id : null
}

/** "440 ships, compared to 290 for the Arcadian navy": a number alone is of the one it is for. */
function isCompared({ tokens, mention }: ActorContext, hit: ActorHit): boolean {
  if (mention.head !== null || tokens[mention.to]?.lower !== 'for') return false
  return hit.at === mention.to + (words.determiner.has(tokens[mention.to + 1]?.lower ?? '') ? 2 : 1)
}

function isOwner({ tokens, mention, predicate }: ActorContext, hit: ActorHit, preposition: string): boolean {
  // "3,000 casualties in Arcadia's offensive" are the other side's.
  if (preposition === 'in')
    return isOneOf(tokens[hit.to], service) || (tokens[hit.to]?.lower === "'s" && !hurt.has(predicate))
  if (preposition === 'of') return hit.name.kind !== 'capital'
  if (preposition !== 'from') return true
  if (mention.noun.unit === 'materiel' && predicate !== 'supplied') return false
  const before = tokens.slice(Math.max(0, mention.from - 4), mention.from).map((token) => token.lower)
  if (before.some((word) => leaving.words.has(word))) return false
  return hit.name.kind !== 'capital'
}
