import { placeWords } from '../lexicon/places.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Document } from '../text/document.ts'
import { findPlaces, type Place } from './find-places.ts'
import { placesAfter, type Surroundings } from './places-after.ts'

const presenceWords = wordClass('presence')

/** What stands around the mention in its sentence, and where the claim before it was. */
export type PlaceContext = Surroundings & {
  deployed: boolean
  last: { sentence: number; places: Place[] } | null
}

/**
 * The places that a mention stands in or is going to: those named after it in its clause, else before it; a
 * number without its noun stands where the one before it does, and troops where the sentence before put them.
 */
export function resolvePlaces(document: Document, context: PlaceContext): Place[] {
  const { mention, last } = context
  const after = placesAfter(document, context)
  if (after.length > 0) return after
  const before = placesBefore(document, context)
  if (before.length > 0) return before
  if (mention.head === null && last && last.sentence >= mention.sentence - 1) return last.places
  return context.deployed ? placesOfSentenceBefore(document, context) : []
}

/** The nearest phrase before, within what a named source says ("with estimates suggesting" ends nothing); the place of a war is not yet that of the troops. */
function placesBefore(document: Document, { mention, reading, credits }: PlaceContext): Place[] {
  const said = credits
    .filter(({ at, scope, source }) => scope === 'after' && source !== null && at < mention.from)
    .map(({ at }) => at + 1)
  const floor = Math.max(reading.sentence.from, ...said)
  const phrases = findPlaces(document, floor, mention.from)
  return (
    phrases.findLast(({ at }) => !placeWords.events.has(document.tokens[at - 1]?.lower ?? ''))?.places ?? []
  )
}

/** "North Korean troops are present in Russia. … 3,000 have been deployed." */
function placesOfSentenceBefore(document: Document, { mention, reading }: PlaceContext): Place[] {
  const before = document.sentences[mention.sentence - 1]
  if (!before || before.paragraph !== reading.sentence.paragraph) return []
  return (
    findPlaces(document, before.from, before.to).find(({ at }) =>
      isOneOf(document.tokens[at - 1], presenceWords),
    )?.places ?? []
  )
}
