import type { Predicate, Unit } from '../claim-schema.ts'
import { findPlaces } from '../fields/find-places.ts'
import { placesAfter } from '../fields/places-after.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { findStateOfPlace } from '../lexicon/find-state-of-place.ts'
import { items } from '../lexicon/items.ts'
import { placeWords } from '../lexicon/places.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import { type ActorContext, hurt, regulars } from './actor-context.ts'
import { agentOf } from './agent-of.ts'
import { findSubjects } from './find-subject.ts'
import { opponentOf } from './opponent-of.ts'
import type { ActorReading } from './resolve-actor.ts'

const massing = wordClass('massing')
const noVictim = wordClass('no-victim')
const placePreposition = wordClass('place-preposition')

const recent = 40
const bystanders = new Set(['un', 'eu'])

/** The actor that the sentence or the whole article speaks of, when the clause names none. */
export function actorOfArticle(context: ActorContext): ActorReading {
  const { reading, mention, counts, subjectBefore } = context
  if (isForeign(context)) return { actor: null, evidence: 'clause' }
  const ofNoun = hurt.has(context.predicate) ? soldiersOf(context) : null
  if (ofNoun !== null) return { actor: ofNoun, evidence: 'context' }
  const victim = hurt.has(context.predicate) && !mention.noun.armed ? victimOfOthers(context) : null
  if (victim !== null) return { actor: victim, evidence: 'context' }
  if (isUnnamedFire(context)) return { actor: null, evidence: 'clause' }
  const massed = massedAgainst(context)
  if (massed !== null) return { actor: massed, evidence: 'context' }
  const fits = fitting(context)
  const subjects = findSubjects(context, reading.sentence.to).filter((hit) =>
    fits(hit.name.id, hit.name.family),
  )
  const ids = new Set(subjects.map((hit) => hit.name.id))
  if (ids.size === 1) return { actor: subjects[0]?.name.id ?? null, evidence: 'context' }
  const same = hurt.has(context.predicate) ? null : sameNounBefore(context)
  if (same !== null) return { actor: same, evidence: 'context' }
  const hits = reading.actors.filter(
    (hit) => fits(hit.name.id, hit.name.family) && !isPlaceHere(context, hit),
  )
  const alone = new Set(hits.map((hit) => hit.name.id)).size === 1 ? (hits[0]?.name ?? null) : null
  if (alone && alone.kind !== 'leader' && mention.noun.unit === 'personnel')
    return { actor: alone.id, evidence: 'guess' }
  if (
    subjectBefore !== null &&
    fits(subjectBefore, counts.get(subjectBefore)?.family ?? 'state') &&
    ids.size === 0
  )
    return { actor: subjectBefore, evidence: 'context' }
  if (alone) return { actor: alone.id, evidence: 'guess' }
  const before = context.earlier
    .slice(-recent)
    .findLast(
      ({ actor, predicate, unit }) =>
        actor !== null &&
        isSameMatter(context, predicate, unit, actor) &&
        fits(actor, counts.get(actor)?.family ?? 'state'),
    )
  if (before) return { actor: before.actor, evidence: 'guess' }
  const most = mostNamed(context, fits)
  const top =
    mention.noun.armed || counts.get(most ?? '')?.family === 'org' ? most : (context.topic.state ?? most)
  const found = top ?? (mention.noun.armed ? null : stateOfPlaces(context))
  return found === null ? { actor: null, evidence: 'none' } : { actor: found, evidence: 'guess' }
}

/** The state of the region that the sentence names, when the article names no actor at all. */
function stateOfPlaces({ document, reading }: ActorContext): string | null {
  const { from, to } = reading.sentence
  for (const { places } of findPlaces(document, from, to)) {
    const state = places[0] ? findStateOfPlace(places[0].id) : null
    if (state !== null) return state
  }
  return null
}

/** "4,000 foreign troops": whose is left open. */
function isForeign({ tokens, mention }: ActorContext): boolean {
  return tokens.slice(mention.quantity.to, mention.to).some(({ lower }) => lower === 'foreign')
}

/** An article that speaks of one state's soldiers alone, as in "Arcadian soldier killed", means them again. */
function soldiersOf({ mention, topic, speaker, reading }: ActorContext): string | null {
  if (!regulars.has(mention.noun.item) || mention.head === null) return null
  const other = (id: string) => /^[A-Z]/.test(id) && id !== topic.soldiers
  if ((speaker !== null && other(speaker)) || reading.actors.some((hit) => other(hit.name.id))) return null
  return topic.soldiers
}

/** The same said of the same kind; what a group lost goes with its dead. */
function isSameMatter(
  { predicate, mention }: ActorContext,
  before: Predicate,
  unit: Unit,
  actor: string,
): boolean {
  if (before === predicate && unit === mention.noun.unit) return true
  return hurt.has(before) && hurt.has(predicate) && /^[a-z]/.test(actor)
}

/** "Two rockets hit the camp": whose they were is not said, and the place tells nothing. */
function isUnnamedFire({ predicate, governor, reading }: ActorContext): boolean {
  if (predicate !== 'launched' || governor?.side !== 'after' || governor.passive) return false
  return !reading.actors.some(({ name }) => name.family === 'group')
}

/** "the force massed on Arcadia's border" is its enemy's. */
function massedAgainst(context: ActorContext): string | null {
  const { tokens, reading, predicate } = context
  if (
    predicate !== 'deployed' ||
    !reading.triggers.some(({ readings }) => readings.some(({ lemma }) => massing.words.has(lemma)))
  )
    return null
  const hit = reading.actors.find(
    ({ at, to }) =>
      (tokens[to]?.lower === "'s" && placeWords.borders.has(tokens[to + 1]?.lower ?? '')) ||
      (tokens[at - 1]?.lower === 'with' && placeWords.borders.has(tokens[at - 2]?.lower ?? '')),
  )
  return hit ? opponentOf(hit.name.id, context) : null
}

type Fits = (id: string, family: string) => boolean

/** Fighters are some group's and plain soldiers no group's; nobody suffers at his own hands. */
function fitting(context: ActorContext): Fits {
  const { mention, governor, predicate, topic } = context
  const harmful = hurt.has(predicate) && governor?.reading.group.owner === 'enemy'
  const agent = harmful ? agentOf(context) : null
  const regular = regulars.has(mention.noun.item)
  const mission = topic.org !== null && !bystanders.has(topic.org)
  return (id, family) =>
    id !== agent &&
    id !== 'osce' &&
    // The body that mandates a mission has no men of its own in it.
    !(mission && bystanders.has(id)) &&
    (mention.noun.armed ? family === 'group' : !(regular && family === 'group'))
}

/** "crossed into Ruritania": where they are tells not whose they are. */
function isPlaceHere({ tokens, predicate }: ActorContext, hit: ActorHit): boolean {
  if (predicate !== 'deployed' || hit.name.kind === 'people') return false
  if (tokens[hit.to]?.lower === "'s" && !placeWords.borders.has(tokens[hit.to + 1]?.lower ?? '')) return false
  const before = tokens[hit.at - 1]?.lower ?? ''
  return placePreposition.words.has(before) || placeWords.directions.has(before)
}

/** "after North Korean soldiers crossed the line. About 20 soldiers …": the same kind, named just before. */
function sameNounBefore({ tokens, mention, reading, before }: ActorContext): string | null {
  if (mention.noun.unit === 'materiel') return null
  const hits = [...(before?.actors ?? []), ...reading.actors.filter((hit) => hit.to <= mention.from)]
  const modifying = hits.filter((hit) => {
    const found = hit.name.kind === 'leader' ? null : findPhrase(items, tokens, hit.to)
    return found !== null && found.value.unit === 'personnel' && found.value.number === 'plural'
  })
  // In the same sentence the nearest of the very noun counts.
  const near = modifying.findLast(
    (hit) =>
      hit.at >= reading.sentence.from && findPhrase(items, tokens, hit.to)?.value.item === mention.noun.item,
  )
  if (near !== undefined) return near.name.id
  const ids = new Set(modifying.map((hit) => hit.name.id))
  return ids.size === 1 ? (modifying[0]?.name.id ?? null) : null
}

/** Soldiers killed "when rebels attacked" are of those whom the rebels fight; else of the state they fell in. */
function victimOfOthers(context: ActorContext): string | null {
  const { reading, tokens, mention, document } = context
  if (noVictim.words.has(mention.noun.item)) return null
  for (const hit of reading.actors) {
    const enemy =
      hit.name.family === 'group' && hit.name.kind !== 'leader' ? opponentOf(hit.name.id, context) : null
    if (enemy !== null) return enemy
  }
  const place = placesAfter(document, context)[0]
  if (place === undefined || mention.noun.unit !== 'personnel') return null
  const state = findStateOfPlace(place.id)
  return state !== null && !isAttacker(context, state, tokens) ? state : null
}

/** "killed in Lebanon by Israeli fire" names the attacker, not the state they fell in. */
function isAttacker(
  { credits, speaker, reading }: ActorContext,
  state: string,
  tokens: ActorContext['tokens'],
): boolean {
  return (
    credits.length > 0 &&
    speaker !== null &&
    speaker !== state &&
    reading.actors.some((hit) => hit.name.id === state && tokens[hit.to]?.lower === 'forces')
  )
}

function mostNamed({ counts }: ActorContext, fits: Fits): string | null {
  let best: { id: string; count: number } | null = null
  for (const [id, { count, family, force }] of counts) {
    if ((bystanders.has(id) && !force) || !fits(id, family)) continue
    if (best === null || count > best.count) best = { id, count }
  }
  return best?.id ?? null
}
