import type { Estimate } from './estimate.ts'
import { newestThatCounts, type SeriesState, tallyThatCounts } from './series-state.ts'
import type { Voices } from './voices.ts'

/**
 * The estimate of a series as it stands: each origin speaks by one claim. Null when nobody speaks.
 * Low is the least lower bound, high the greatest upper one. Origins, outlets and articles (reports) are counted here
 * and nowhere else.
 */
export function readEstimate(state: SeriesState): Estimate | null {
  const tally = tallyThatCounts(state)
  const { voices, outlets, reports } = tally
  const newest = newestThatCounts(state, tally)
  if (voices.points.length === 0 || !newest) return null
  const { lows, highs, points, origins, claimIds } = voices
  // A point beyond the bounds ("up to 3,000" where all others say "at least 10,000") is a bound too, an open one:
  // otherwise best could lie outside of low and high.
  const low = Math.min(lows[0] ?? Number.POSITIVE_INFINITY, points[0] ?? 0)
  const high = Math.max(highs.at(-1) ?? Number.NEGATIVE_INFINITY, points.at(-1) ?? 0)
  return {
    low,
    best: median(points),
    high,
    lowOpen: lows[0] !== low,
    highOpen: highs.at(-1) !== high,
    contested: isContested(voices),
    origins,
    outlets: outlets.names,
    articles: reports.size,
    newestPublishedAt: newest.publishedAt,
    claimIds,
  }
}

function isContested({ lows, highs }: Voices): boolean {
  const highestLow = lows.at(-1) ?? Number.NEGATIVE_INFINITY
  return highestLow > (highs[0] ?? Number.POSITIVE_INFINITY)
}

function median(sorted: number[]): number {
  const middle = sorted.length / 2
  const [upper, lower] = [sorted[Math.floor(middle)] ?? 0, sorted[Math.ceil(middle) - 1] ?? 0]
  return (lower + upper) / 2
}
