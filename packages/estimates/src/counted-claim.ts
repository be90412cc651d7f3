import { type PlaceLevel, placeLevel } from '@muster/claims'
import type { SeriesClaim } from './estimate.ts'

/** A claim with what every series that it moves asks of it, many times over. */
export type CountedClaim = {
  claim: SeriesClaim
  /** When it was published, in ms. */
  time: number
  position: number
  /** Who it speaks for. */
  voice: string
  /** The middle of its two bounds, or its only one; null when it has no numbers. */
  point: number | null
  level: PlaceLevel
}

/** Works out what the series ask of a claim. */
export function countedClaim(claim: SeriesClaim): CountedClaim {
  const { publishedAt, position, origin, outlet, low, high, placeIds } = claim
  return {
    claim,
    time: publishedAt.getTime(),
    position,
    voice: origin ?? `outlet:${outlet}`,
    point: low !== null && high !== null ? (low + high) / 2 : (low ?? high),
    level: placeLevel(placeIds),
  }
}
