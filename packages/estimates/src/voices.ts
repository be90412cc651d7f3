import type { CountedClaim } from './counted-claim.ts'
import { insertSorted, removeSorted } from './sorted-list.ts'

/**
 * The claims by which origins speak, and what an estimate takes from all of them, kept in order: so that a change costs
 * the voice that changes and not all others. `origins` and `claimIds` are made anew when they change, because
 * estimates hold them.
 */
export type Voices = {
  speaking: Map<string, CountedClaim>
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
export function speakBy(voices: Voices, origin: string, claim: CountedClaim | undefined): void {
  const before = voices.speaking.get(origin)
  const after = claim?.point === null ? undefined : claim
  if (before === after) return
  if (before) changeNumbers(voices, before, removeNumber)
  if (after) changeNumbers(voices, after, insertNumber)
  voices.claimIds = replaced(voices.claimIds, before?.claim.id, after?.claim.id)
  if (after) voices.speaking.set(origin, after)
  else voices.speaking.delete(origin)
  if (!before || !after) voices.origins = replaced(voices.origins, before && origin, after && origin)
}

function changeNumbers(
  { lows, highs, points }: Voices,
  { claim: { low, high }, point }: CountedClaim,
  change: (list: number[], value: number) => void,
): void {
  if (low !== null) change(lows, low)
  if (high !== null) change(highs, high)
  change(points, point ?? 0)
}

const insertNumber = (list: number[], value: number): void => void insertSorted(list, value, ascending)

const removeNumber = (list: number[], value: number): void => void removeSorted(list, value, ascending)

const ascending = (a: number, b: number): number => a - b

/** A sorted list with one text less and one more. */
export function replaced(list: string[], less: string | undefined, more: string | undefined): string[] {
  const next = list.slice()
  if (less !== undefined) removeSorted(next, less, byCode)
  if (more !== undefined) insertSorted(next, more, byCode)
  return next
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
