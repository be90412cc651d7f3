import type { Estimate, SeriesClaim } from './estimate.ts'
import { newestThatCounts, type SeriesState, tallyThatCounts } from './series-state.ts'

type Voice = { origin: string; claim: SeriesClaim; point: number }

/**
 * The estimate of a series as it stands: each origin speaks by one claim. Null when nobody speaks.
 * Origins, outlets and articles (reports) are counted here and nowhere else.
 */
export function readEstimate(state: SeriesState): Estimate | null {
  const { origins, outlets, reports } = tallyThatCounts(state)
  const voices = [...origins].flatMap(([origin, claims]) => voiceOf(origin, claims.at(-1)))
  const newest = newestThatCounts(state)
  if (voices.length === 0 || !newest) return null
  return {
    ...bounds(voices),
    best: median(voices.map(({ point }) => point)),
    contested: isContested(voices),
    origins: voices.map(({ origin }) => origin).sort(),
    outlets: [...outlets.keys()].sort(),
    articles: reports.size,
    newestPublishedAt: newest.publishedAt,
    claimIds: voices.map(({ claim }) => claim.id).sort(),
  }
}

/** A claim's point is the middle of its two bounds, or its only one. */
function voiceOf(origin: string, claim: SeriesClaim | undefined): Voice[] {
  if (!claim) return []
  const { low, high } = claim
  const point = low !== null && high !== null ? (low + high) / 2 : (low ?? high)
  return point === null ? [] : [{ origin, claim, point }]
}

/**
 * The least lower and the greatest upper bound. A point beyond them ("up to 3,000" where all others say "at
 * least 10,000") is a bound too, an open one: otherwise best could lie outside of low and high.
 */
function bounds(voices: Voice[]): Pick<Estimate, 'low' | 'high' | 'lowOpen' | 'highOpen'> {
  const lows = voices.flatMap(({ claim }) => claim.low ?? [])
  const highs = voices.flatMap(({ claim }) => claim.high ?? [])
  const points = voices.map(({ point }) => point)
  const low = Math.min(...lows, ...points)
  const high = Math.max(...highs, ...points)
  return { low, high, lowOpen: !lows.includes(low), highOpen: !highs.includes(high) }
}

function isContested(voices: Voice[]): boolean {
  const highestLow = Math.max(...voices.map(({ claim }) => claim.low ?? Number.NEGATIVE_INFINITY))
  const lowestHigh = Math.min(...voices.map(({ claim }) => claim.high ?? Number.POSITIVE_INFINITY))
  return highestLow > lowestHigh
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [upper, lower] = [sorted[Math.floor(middle)] ?? 0, sorted[Math.ceil(middle) - 1] ?? 0]
  return (lower + upper) / 2
}
