import { placeWords } from '../lexicon/places.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import type { ActorContext } from './actor-context.ts'
import { opponentOf } from './opponent-of.ts'

const massing = wordClass('massing')

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
