import type { Predicate, Unit } from '../claim-schema.ts'
import { findPlaces } from '../fields/find-places.ts'
import { type ActorName, bystanders, civilActors } from '../lexicon/actors.ts'
import { findStateOfPlace } from '../lexicon/find-state-of-place.ts'
import { isState } from '../lexicon/is-state.ts'
import { placeWords } from '../lexicon/places.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import { type ActorContext, hurt, regulars } from './actor-context.ts'
import { agentOf } from './agent-of.ts'
import { findSubjects } from './find-subject.ts'
import type { ActorReading } from './resolve-actor.ts'
import { massedAgainst, sameNounBefore, victimOfArticle } from './told-by-passage.ts'

const placePreposition = wordClass('place-preposition')

const recent = 40

/** The actor that the sentence or the whole article speaks of, when the clause names none. */
export function actorOfArticle(context: ActorContext): ActorReading {
  if (isForeign(context)) return { actor: null, evidence: 'clause' }
  const victim = hurt.has(context.predicate) ? victimOfArticle(context) : null
  if (victim !== null) return { actor: victim, evidence: 'context' }
  if (isUnnamedFire(context)) return { actor: null, evidence: 'clause' }
  const massed = massedAgainst(context)
  if (massed !== null) return { actor: massed, evidence: 'context' }
  const fits = fitting(context)
  return ofSentence(context, fits) ?? ofArticle(context, fits)
}

/** The only subject, or the only actor, of the sentence; else the subject of the one before. */
function ofSentence(context: ActorContext, fits: Fits): ActorReading | null {
  const { reading, mention, counts, subjectBefore } = context
  const subjects = findSubjects(context, reading.sentence.to)
    .filter((hit) => fits(hit.name.id, hit.name.family))
    .map(({ name }) => name)
  const subject = onlyName(subjects)
  if (subject !== null) return { actor: subject.id, evidence: 'context' }
  const same = hurt.has(context.predicate) ? null : sameNounBefore(context)
  if (same !== null) return { actor: same, evidence: 'context' }
  const alone = onlyName(
    reading.actors
      .filter((hit) => fits(hit.name.id, hit.name.family) && !isPlaceHere(context, hit))
      .map(({ name }) => name),
  )
  if (alone && alone.kind !== 'leader' && mention.noun.unit === 'personnel')
    return { actor: alone.id, evidence: 'guess' }
  if (
    subjectBefore !== null &&
    subjects.length === 0 &&
    fits(subjectBefore, counts.get(subjectBefore)?.family ?? 'state')
  )
    return { actor: subjectBefore, evidence: 'context' }
  return alone && { actor: alone.id, evidence: 'guess' }
}

/** The first name, when all are of one actor. */
function onlyName(names: readonly ActorName[]): ActorName | null {
  const [first] = names
  return first !== undefined && names.every(({ id }) => id === first.id) ? first : null
}

/** The one of whom the same was said before; else the one named most. */
function ofArticle(context: ActorContext, fits: Fits): ActorReading {
  const { counts, mention, topic } = context
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
  const top = mention.noun.armed || counts.get(most ?? '')?.family === 'org' ? most : (topic.state ?? most)
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

/** The same said of the same kind; what a group lost goes with its dead. */
function isSameMatter(
  { predicate, mention }: ActorContext,
  before: Predicate,
  unit: Unit,
  actor: string,
): boolean {
  if (before === predicate && unit === mention.noun.unit) return true
  return hurt.has(before) && hurt.has(predicate) && !isState(actor)
}

/** "Two rockets hit the camp": whose they were is not said, and the place tells nothing. */
function isUnnamedFire({ predicate, governor, reading }: ActorContext): boolean {
  if (predicate !== 'launched' || governor?.side !== 'after' || governor.passive) return false
  return !reading.actors.some(({ name }) => name.family === 'group')
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
    !civilActors.has(id) &&
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

function mostNamed({ counts }: ActorContext, fits: Fits): string | null {
  let best: { id: string; count: number } | null = null
  for (const [id, { count, family, force }] of counts) {
    if ((bystanders.has(id) && !force) || !fits(id, family)) continue
    if (best === null || count > best.count) best = { id, count }
  }
  return best?.id ?? null
}
