import { isState } from '../lexicon/is-state.ts'
import { endsLikeOneOf, isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import { type ActorContext, hurt } from './actor-context.ts'

const commaOrAnd = wordClass('comma-or-and')
const peacekeeper = wordClass('peacekeeper')
const clauseJoint = wordClass('clause-joint')
const gunmen = wordClass('gunmen')
const joint = wordClass('joint')
const nameBelonging = wordClass('name-belonging')
const ownerWall = wordClass('owner-wall')
const leaving = wordClass('leaving')
const sent = wordClass('sent')
const service = wordClass('service')

/** "three Arcadian gunmen": of a people, not of its state; which group is not said. */
export function isUnnamedGroup({ tokens, mention, counts }: ActorContext, actor: string | null): boolean {
  if (actor === null || !isState(actor) || counts.get(actor)?.family !== 'state') return false
  return someOf(tokens, mention.quantity.to, mention.to, gunmen)
}

/** "North Korean troops", "Hamas fighters"; "Arcadian and Ruritanian soldiers" belong to no one state. */
export function modifierName(context: ActorContext): { actor: string | null } | null {
  const { tokens, mention, reading } = context
  // Of "the 5,800-strong ELN" the name itself is what is counted.
  const counted = mention.strong ? reading.actors.find((hit) => hit.at === mention.to) : undefined
  if (counted !== undefined) return { actor: counted.name.id }
  const { antecedent } = mention
  const from =
    antecedent === null ? mention.quantity.numberFrom : Math.max(reading.sentence.from, antecedent - 4)
  const to = antecedent ?? mention.to
  const inside = reading.actors.filter(
    (hit) => hit.at >= from && hit.at < to && (hit.name.kind === 'name' || hit.name.kind === 'people'),
  )
  const [first, second] = inside
  if (first === undefined) return null
  if (
    second &&
    isOneOf(tokens[first.to], joint) &&
    second.at === first.to + 1 &&
    first.name.id !== second.name.id
  )
    // "Boko Haram/ISWAP fighters" are of one group by two names.
    return { actor: tokens[first.to]?.text === '/' && !isState(first.name.id) ? first.name.id : null }
  if (
    antecedent !== null &&
    !tokens.slice(first.to, to).every((token) => token.kind === 'word' && !words.preposition.has(token.lower))
  )
    return null
  // "two Irish UN peacekeepers": a contingent with a name stays its state's.
  const group = inside.find((hit) => hit.name.family === 'group')
  const named = group ?? inside.findLast((hit) => hit.name.family === 'state') ?? inside.at(-1)
  return named ? { actor: contingentFrom(context) ?? named.name.id } : null
}

/** "two UN peacekeepers from Arcadia". */
function contingentFrom({ tokens, mention, reading }: ActorContext): string | null {
  if (!endsLikeOneOf(mention.noun.item, peacekeeper) || tokens[mention.to]?.lower !== 'from') return null
  const hit = reading.actors.find(({ at }) => at === mention.to + 1)
  const joined = hit !== undefined && isOneOf(tokens[hit.to], commaOrAnd)
  return hit?.name.family === 'state' && !joined ? hit.name.id : null
}

/** "Arcadia's 300 tanks". */
export function possessiveBefore({ tokens, mention, reading }: ActorContext): string | null {
  const before = reading.actors.find(
    (hit) =>
      tokens[hit.to]?.lower === "'s" &&
      endsBefore(tokens, hit.to + 1, mention.from) &&
      !reading.actors.some(({ at }) => at > hit.to && at < mention.from),
  )
  return before && before.name.kind !== 'leader' ? before.name.id : null
}

/** "Arcadia has 150,000 soldiers, Ruritania 80,000": the name stands for the verb too. */
export function listedBefore({ mention, reading, tokens, last }: ActorContext): string | null {
  const hit = reading.actors.find((candidate) => candidate.to === mention.from)
  if (hit === undefined) return null
  const goesOn =
    isOneOf(tokens[hit.at - 1], clauseJoint) &&
    last?.sentence === mention.sentence &&
    last.unit === mention.noun.unit
  if (mention.head !== null && !goesOn) return null
  const people = hit.name.kind === 'people' && tokens[hit.at - 1]?.lower === 'the'
  return (people || hit.name.kind === 'name') && hit.name.family === 'state' ? hit.name.id : null
}

function endsBefore(tokens: ActorContext['tokens'], from: number, to: number): boolean {
  if (to < from || to - from > 2) return false
  return tokens.slice(from, to).every((token) => token.kind === 'word' && !words.preposition.has(token.lower))
}

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
