import { placesAfter } from '../fields/places-after.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { findStateOfPlace } from '../lexicon/find-state-of-place.ts'
import { isState } from '../lexicon/is-state.ts'
import { items } from '../lexicon/items.ts'
import { placeWords } from '../lexicon/places.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import { type ActorContext, regulars } from './actor-context.ts'
import { opponentOf } from './opponent-of.ts'

const noVictim = wordClass('no-victim')
const massing = wordClass('massing')

/** Whose the dead and wounded are, by the whole article; null when it does not tell. */
export function victimOfArticle(context: ActorContext): string | null {
  return soldiersOf(context) ?? (context.mention.noun.armed ? null : victimOfOthers(context))
}

/** An article that speaks of one state's soldiers alone, as in "Arcadian soldier killed", means them again. */
function soldiersOf({ mention, topic, speaker, reading }: ActorContext): string | null {
  if (!regulars.has(mention.noun.item) || mention.head === null) return null
  const other = (id: string) => isState(id) && id !== topic.soldiers
  if ((speaker !== null && other(speaker)) || reading.actors.some((hit) => other(hit.name.id))) return null
  return topic.soldiers
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

/** "the force massed on Arcadia's border" is its enemy's. */
export function massedAgainst(context: ActorContext): string | null {
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

/** "after North Korean soldiers crossed the line. About 20 soldiers …": the same kind, named just before. */
export function sameNounBefore({ tokens, mention, reading, before }: ActorContext): string | null {
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
