import type { SeriesClaim } from './estimate.ts'
import { insertSorted, removeSorted } from './sorted-list.ts'

/**
 * The claims by which origins speak, and what an estimate takes from all of them, kept in order: so that a change costs
 * the voice that changes and not all others. `origins` and `claimIds` are made anew when they change, because
 * estimates hold them.
 */
export type Voices = {
  speaking: Map<string, SeriesClaim>
  origins: string[]
  claimIds: string[]
  lows: number[]
  highs: number[]
  points: number[]
}

/** Nobody speaks. */
export const createVoices = (): Voices => ({
  speaking: new Map(),
  origins: [],
  claimIds: [],
  lows: [],
  highs: [],
  points: [],
})

/** Lets an origin speak by this claim from now on, or no more. A claim without numbers says nothing. */
export function speakBy(voices: Voices, origin: string, claim: SeriesClaim | undefined): void {
  const before = voices.speaking.get(origin)
  const after = claim && pointOf(claim) !== null ? claim : undefined
  if (before === after) return
  if (before) removeNumbers(voices, before)
  if (after) insertNumbers(voices, after)
  voices.claimIds = replaced(voices.claimIds, before?.id, after?.id)
  if (after) voices.speaking.set(origin, after)
  else voices.speaking.delete(origin)
  if (!before || !after) voices.origins = replaced(voices.origins, before && origin, after && origin)
}

/** A claim's point is the middle of its two bounds, or its only one. */
function pointOf({ low, high }: SeriesClaim): number | null {
  return low !== null && high !== null ? (low + high) / 2 : (low ?? high)
}

function insertNumbers({ lows, highs, points }: Voices, claim: SeriesClaim): void {
  if (claim.low !== null) insertSorted(lows, claim.low, ascending)
  if (claim.high !== null) insertSorted(highs, claim.high, ascending)
  insertSorted(points, pointOf(claim) ?? 0, ascending)
}

function removeNumbers({ lows, highs, points }: Voices, claim: SeriesClaim): void {
  if (claim.low !== null) removeSorted(lows, claim.low, ascending)
  if (claim.high !== null) removeSorted(highs, claim.high, ascending)
  removeSorted(points, pointOf(claim) ?? 0, ascending)
}

const ascending = (a: number, b: number): number => a - b

/** A sorted list with one text less and one more. */
export function replaced(list: string[], less: string | undefined, more: string | undefined): string[] {
  const next = list.slice()
  if (less !== undefined) removeSorted(next, less, byCode)
  if (more !== undefined) insertSorted(next, more, byCode)
  return next
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
