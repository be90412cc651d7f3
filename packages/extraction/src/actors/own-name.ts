import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import { wordKind } from '../text/word-kinds.ts'
import { type ActorContext, hurt } from './actor-context.ts'
import { agentOf } from './agent-of.ts'
import { findSubjects } from './find-subject.ts'
import { organisationNear } from './organisation-near.ts'

const nameBelonging = wordClass('name-belonging')
const ownerWall = wordClass('owner-wall')
const leaving = wordClass('leaving')
const alliance = wordClass('alliance')
const among = wordClass('among')
const clauseJoint = wordClass('clause-joint')
const commaOrAnd = wordClass('comma-or-and')
const country = wordClass('country')
const fighters = wordClass('fighters')
const foreignRecruit = wordClass('foreign-recruit')
const gunmen = wordClass('gunmen')
const joinedForce = wordClass('joined-force')
const joining = wordClass('joining')
const nameJoint = wordClass('name-joint')
const ofOrFrom = wordClass('of-or-from')
const peacekeeper = wordClass('peacekeeper')
const sent = wordClass('sent')
const service = wordClass('service')
const severalWords = wordClass('several')
const sides = wordClass('sides')
const soldiers = wordClass('soldiers')

/** The actor that the noun phrase itself names; `joint` when it names several states at once. */
export function ownName(context: ActorContext): { actor: string | null } | null {
  const joins = forceJoined(context)
  if (joins !== null) return { actor: joins }
  if (isOfBothKinds(context)) return { actor: null }
  if (isOfAllies(context)) return { actor: context.topic.org === 'nato' ? 'nato' : null }
  const user = userOf(context)
  if (user !== null) return { actor: user }
  const inside = modifierName(context)
  if (inside !== null) return isUnnamedGroup(context, inside.actor) ? { actor: null } : inside
  if (isOfSeveral(context)) return { actor: null }
  const joint = ofListedStates(context)
  if (joint !== null) return joint
  const owner =
    possessiveBefore(context) ??
    listedBefore(context) ??
    tollAmong(context) ??
    pronounOwner(context) ??
    nameAfter(context)
  return owner === null ? null : { actor: owner }
}

/** "200 Ruritanian nationals had been recruited into the Arcadian army": they are of the force that they join. */
function forceJoined({ tokens, mention, predicate, reading }: ActorContext): string | null {
  if (predicate !== 'recruited' || !foreignRecruit.words.has(mention.noun.item)) return null
  const hit = reading.actors.find(
    ({ at, to }) =>
      at > mention.to &&
      at - mention.to <= farthestForce &&
      tokens.slice(to - 1, to + 1).some((token) => isOneOf(token, joinedForce)) &&
      tokens.slice(at - 2, at).some((token) => isOneOf(token, joining)),
  )
  return hit?.name.id ?? null
}

const farthestForce = 10

/** "dozens of Arcadian soldiers and rebel fighters", "40 fighters and soldiers": of two sides. */
function isOfBothKinds({ tokens, mention }: ActorContext): boolean {
  if (mention.noun.unit !== 'personnel' || mention.head === null) return false
  const from = tokens.slice(mention.head.from, mention.to + 4)
  const and = from.findIndex(({ lower }) => lower === 'and')
  if (and < 1) return false
  const before = from.slice(0, and).some((token) => isOneOf(token, fighters))
  const next = from.slice(and + 1, and + 3)
  if (next.some(({ kind, kinds }) => kind !== 'word' || (kinds & wordKind.number) !== 0)) return false
  const other = next.find((token) => isOneOf(token, fighters) || isOneOf(token, soldiers))
  return other !== undefined && isOneOf(other, fighters) !== before
}

/** "20,000 Allied troops", "300 Western tanks": of several states. */
function isOfAllies({ tokens, mention, reading }: ActorContext): boolean {
  for (let at = mention.quantity.to; at < mention.to; at += 1) {
    if (!isOneOf(tokens[at], alliance) || tokens[at - 1]?.lower === 'and') continue
    return !reading.actors.some((hit) => hit.at <= at && hit.to > at)
  }
  return false
}

/** "Arcadia fired 50 Ruritanian missiles": who makes the weapons has them no more. */
function userOf(context: ActorContext): string | null {
  const { mention, governor, reading, tokens } = context
  if (mention.noun.unit !== 'materiel' || governor === null || governor.passive) return null
  const { owner } = governor.reading.group
  if (tokens[mention.from - 1]?.lower === 'by') return null
  if (governor.side !== 'before' || governor.reading.form.noun || (owner !== 'agent' && owner !== 'self'))
    return null
  const maker = reading.actors.find((hit) => hit.at >= mention.quantity.to && hit.at < mention.to)
  if (maker?.name.kind !== 'people' || maker.name.family !== 'state') return null
  const user = agentOf(context)
  return user !== null && user !== maker.name.id ? user : null
}

/** "three Arcadian gunmen": of a people, not of its state; which group is not said. */
function isUnnamedGroup({ tokens, mention, counts }: ActorContext, actor: string | null): boolean {
  if (actor === null || !/^[A-Z]/.test(actor) || counts.get(actor)?.family !== 'state') return false
  return someOf(tokens, mention.quantity.to, mention.to, gunmen)
}

/** "848 peacekeepers from Arcadia, Ruritania and Freedonia": the mission's, or nobody's alone. */
function ofListedStates(context: ActorContext): { actor: string | null } | null {
  const { tokens, mention, reading, topic } = context
  if (mention.noun.unit !== 'personnel' || tokens[mention.to]?.lower !== 'from') return null
  const [first, second] = reading.actors.filter(({ at }) => at > mention.to)
  if (first === undefined || second === undefined || first.name.id === second.name.id) return null
  if (first.at - mention.to > 2 || first.name.family !== 'state' || second.name.family !== 'state')
    return null
  if (!isOneOf(tokens[first.to], commaOrAnd) || second.at !== first.to + 1) return null
  const peace = peacekeeper.words.has(mention.noun.item)
  return { actor: organisationNear(context) ?? topic.org ?? (peace ? 'un' : null) }
}

/** "North Korean troops", "Hamas fighters"; "Arcadian and Ruritanian soldiers" belong to no one state. */
function modifierName({ tokens, mention, reading }: ActorContext): { actor: string | null } | null {
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
    isOneOf(tokens[first.to], nameJoint) &&
    second.at === first.to + 1 &&
    first.name.id !== second.name.id
  )
    return { actor: first.name.family === 'group' ? first.name.id : null }
  if (
    antecedent !== null &&
    !tokens.slice(first.to, to).every((token) => token.kind === 'word' && !words.preposition.has(token.lower))
  )
    return null
  const named = inside.find((hit) => hit.name.family !== 'state') ?? inside.at(-1)
  return named ? { actor: named.name.id } : null
}

/** "Arcadia's 300 tanks". */
function possessiveBefore({ tokens, mention, reading }: ActorContext): string | null {
  const before = reading.actors.find(
    (hit) =>
      tokens[hit.to]?.lower === "'s" &&
      endsBefore(tokens, hit.to + 1, mention.from) &&
      !reading.actors.some(({ at }) => at > hit.to && at < mention.from),
  )
  return before && before.name.kind !== 'leader' ? before.name.id : null
}

/** "the two countries' 300 tanks", "9,000 troops of both nations". */
function isOfSeveral({ tokens, mention }: ActorContext): boolean {
  const before = tokens[mention.from - 1]
  if (before?.text === "'" || before?.lower === "'s") return isOneOf(tokens[mention.from - 2], sides)
  if (!isOneOf(tokens[mention.to], ofOrFrom)) return false
  const after = tokens.slice(mention.to + 1, mention.to + 5).map((token) => token.lower)
  const noun = after.findIndex((word) => sides.words.has(word))
  return noun >= 1 && after.slice(0, noun).some((word) => severalWords.words.has(word))
}

/** "Arcadia has 150,000 soldiers, Ruritania 80,000": the name stands for the verb too. */
function listedBefore({ mention, reading, tokens, last }: ActorContext): string | null {
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

/** "the casualties among North Korean forces have exceeded 4,500". */
function tollAmong({ tokens, mention, reading, predicate }: ActorContext): string | null {
  if (!hurt.has(predicate)) return null
  const hit = reading.actors.findLast(
    (candidate) => candidate.to <= mention.from && isOneOf(tokens[candidate.at - 1], among),
  )
  return hit?.name.id ?? null
}

/** "of the Malian army", "sent from Ruritania", "among Syrian rebels"; "withdrew from Syria" is a place. */
function nameAfter(context: ActorContext): string | null {
  const { tokens, mention, reading } = context
  const hit = reading.actors.find((candidate) => candidate.at >= mention.to)
  if (!hit || hit.at - mention.to > 6) return null
  // "6,000 fallen Arcadians".
  if (hit.at === mention.to && hit.name.kind === 'people' && tokens[hit.at]?.lower.endsWith('s'))
    return hit.name.id
  const between = tokens.slice(mention.to, hit.at).map((token) => token.lower)
  const at = between.findLastIndex((word) => words.preposition.has(word))
  const preposition = between[at] ?? ''
  const moved = at === 1 && preposition === 'from' && sent.words.has(between[0] ?? '')
  if (!nameBelonging.words.has(preposition) || (at > 0 && !moved && between[0] !== 'of')) return null
  if (between.some((word) => ownerWall.words.has(word))) return null
  return isOwner(context, hit, preposition) ? hit.name.id : null
}

function isOwner({ tokens, mention, predicate }: ActorContext, hit: ActorHit, preposition: string): boolean {
  if (preposition === 'in') return isOneOf(tokens[hit.to], service) || tokens[hit.to]?.lower === "'s"
  if (preposition === 'of') return hit.name.kind !== 'capital'
  if (preposition !== 'from') return true
  if (mention.noun.unit === 'materiel' && predicate !== 'supplied') return false
  const before = tokens.slice(Math.max(0, mention.from - 4), mention.from).map((token) => token.lower)
  if (before.some((word) => leaving.words.has(word))) return false
  return hit.name.kind !== 'capital'
}

/** "our soldiers", "its 40 jets": the speaker, or the subject. */
function pronounOwner(context: ActorContext): string | null {
  const { tokens, mention } = context
  const words = [
    ...tokens.slice(mention.quantity.to, mention.to),
    ...tokens.slice(Math.max(0, mention.from - 1), mention.from),
  ]
  for (const { lower } of words) {
    if (lower === 'our' || lower === 'my') return context.speaker
    if ((lower === 'his' || lower === 'her') && ofCountry(context)) return context.speaker
    if (lower === 'its' || lower === 'their') return ownerByPronoun(context)
  }
  return null
}

/** "two of his country's soldiers". */
function ofCountry({ tokens, mention }: ActorContext): boolean {
  return tokens
    .slice(mention.from, mention.to)
    .some(({ lower }, at) => country.words.has(lower) && tokens[mention.from + at + 1]?.lower === "'s")
}

/** The one nearest before who did not hurt them: "Arcadia said shelling by Ruritania killed two of its soldiers". */
function ownerByPronoun(context: ActorContext): string | null {
  const { mention, governor, predicate, speaker, subjectBefore } = context
  const subjects = findSubjects(context, mention.from).map((hit) => hit.name.id)
  const byEnemy =
    hurt.has(predicate) && governor?.reading.group.owner === 'enemy' && governor.side === 'before'
  if (!byEnemy || governor.passive) return subjects.at(-1) ?? speaker ?? subjectBefore
  const others = subjects.slice(0, -1).filter((id) => id !== subjects.at(-1))
  return speaker ?? others.at(-1) ?? subjectBefore ?? subjects.at(-1) ?? null
}
