import { isDeepStrictEqual } from 'node:util'
import type { ExtractedClaim } from '@muster/extraction'
import type { Span } from './place-after-edit.ts'

/** What a claim says, and where. */
export type SaidClaim = Omit<ExtractedClaim, 'quote'> & { reportId: string }

/** What became of claims: `kept` say the same, perhaps elsewhere, and `revised` say something else of the same thing. */
export type ClaimMatch<B, A> = {
  kept: { before: B; after: A }[]
  revised: { before: B; after: A }[]
  withdrawn: B[]
  added: A[]
}

type Test = (before: SaidClaim, after: SaidClaim, place: Span | null) => boolean

/**
 * Which of the claims that an article makes now are which of those that it made before. First those that mean the
 * same, wherever they stand; then those that stand in the same place and differ in one thing or in their numbers;
 * then those that speak of the same thing by the same word. Of several, the nearest. `placeOf` tells where a claim of
 * before should stand now; null where nobody knows.
 */
export function matchClaims<B extends SaidClaim, A extends SaidClaim>(
  before: B[],
  after: A[],
  placeOf: (claim: B) => Span | null,
): ClaimMatch<B, A> {
  const places = new Map(before.map((claim) => [claim, placeOf(claim)]))
  const [left, free] = [new Set(before), new Set(after)]
  const pairs = [meansTheSame, standsInItsPlace, speaksOfTheSame].flatMap((test) =>
    takeNearest(pairsThat(test, left, free, places), left, free),
  )
  return {
    kept: pairs.filter((pair) => saysTheSame(pair.before, pair.after)),
    revised: pairs.filter((pair) => !saysTheSame(pair.before, pair.after)),
    withdrawn: [...left],
    added: [...free],
  }
}

type Pair<B, A> = { before: B; after: A; distance: number }

function pairsThat<B extends SaidClaim, A extends SaidClaim>(
  test: Test,
  left: Set<B>,
  free: Set<A>,
  places: Map<B, Span | null>,
): Pair<B, A>[] {
  return [...left].flatMap((before) => {
    const place = places.get(before) ?? null
    return [...free]
      .filter((after) => test(before, after, place))
      .map((after) => ({ before, after, distance: place ? Math.abs(place.start - after.start) : 0 }))
  })
}

/** Each claim once, the nearest pairs first; takes them out of those that are left. */
function takeNearest<B, A>(pairs: Pair<B, A>[], left: Set<B>, free: Set<A>): { before: B; after: A }[] {
  const taken: { before: B; after: A }[] = []
  for (const { before, after } of pairs.toSorted((a, b) => a.distance - b.distance)) {
    if (!left.has(before) || !free.has(after)) continue
    left.delete(before)
    free.delete(after)
    taken.push({ before, after })
  }
  return taken
}

/** Without the confidence: it weighs the whole article, and would make a revision of every edit elsewhere in it. */
const saidOf = (claim: SaidClaim) => {
  const { low, high, qualifier, unit, item, predicate, actor, places, placeIds } = claim
  const { status, extent, source, origin, effectiveDate, reportId } = claim
  return [
    ...[low, high, qualifier, unit, item, predicate, actor, places, placeIds],
    ...[status, extent, source, origin, effectiveDate, reportId],
  ]
}

const saysTheSame = (a: SaidClaim, b: SaidClaim): boolean => isDeepStrictEqual(saidOf(a), saidOf(b))

/** Who has how many of what, doing what, where, how sure and by whose word. */
const meansTheSame: Test = (a, b) =>
  hasSameNumbers(a, b) &&
  subjectsShared(a, b) === SUBJECTS.length &&
  a.qualifier === b.qualifier &&
  hasSameStanding(a, b) &&
  isDeepStrictEqual(a.placeIds, b.placeIds)

const standsInItsPlace: Test = (a, b, place) =>
  place !== null &&
  place.start < b.end &&
  b.start < place.end &&
  a.unit === b.unit &&
  subjectsShared(a, b) >= (hasSameNumbers(a, b) ? 1 : SUBJECTS.length - 1)

const speaksOfTheSame: Test = (a, b) =>
  subjectsShared(a, b) === SUBJECTS.length && hasSameStanding(a, b) && sharePlace(a, b)

const SUBJECTS = ['unit', 'item', 'predicate', 'actor'] as const

const subjectsShared = (a: SaidClaim, b: SaidClaim): number =>
  SUBJECTS.filter((field) => a[field] === b[field]).length

const hasSameNumbers = (a: SaidClaim, b: SaidClaim): boolean => a.low === b.low && a.high === b.high

const hasSameStanding = (a: SaidClaim, b: SaidClaim): boolean =>
  a.status === b.status && a.extent === b.extent && a.origin === b.origin

const sharePlace = (a: SaidClaim, b: SaidClaim): boolean =>
  a.placeIds.length + b.placeIds.length === 0 || a.placeIds.some((id) => b.placeIds.includes(id))
