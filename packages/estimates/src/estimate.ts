/** What the estimate rule needs to know of a claim. Times are instants; `position` is the order of recording. */
export type SeriesClaim = {
  id: string
  articleId: string
  /** Articles with the same text are one report. */
  snapshotHash: string
  start: number
  outlet: string
  origin: string | null
  publishedAt: Date
  position: number
  low: number | null
  high: number | null
  qualifier: string
  placeIds: string[]
  status: string
  extent: string
}

/**
 * Low, best and high of a series. A side is open when no origin bounds it, so that the extreme point stands in.
 * Contested when two origins' intervals do not meet.
 */
export type Estimate = {
  low: number
  best: number
  high: number
  lowOpen: boolean
  highOpen: boolean
  contested: boolean
  origins: string[]
  outlets: string[]
  articles: number
  newestPublishedAt: Date
  claimIds: string[]
}

type Voice = { origin: string; claim: SeriesClaim; point: number }

/**
 * The estimate of the claims through which the origins of a series speak, one claim an origin
 * (see claimsOfSeries). Null when there is none.
 */
export function estimateOf(spoken: Map<string, SeriesClaim>, behind: SeriesClaim[]): Estimate | null {
  const voices = [...spoken].flatMap(([origin, claim]) => {
    const point = pointOf(claim)
    return point === null ? [] : [{ origin, claim, point }]
  })
  const newest = newestOf(behind)
  if (voices.length === 0 || !newest) return null
  return {
    ...bounds(voices),
    best: median(voices.map(({ point }) => point)),
    contested: isContested(voices),
    origins: voices.map(({ origin }) => origin).sort(),
    outlets: [...new Set(behind.map(({ outlet }) => outlet))].sort(),
    articles: new Set(behind.map(({ snapshotHash }) => snapshotHash)).size,
    newestPublishedAt: newest,
    claimIds: voices.map(({ claim }) => claim.id).sort(),
  }
}

/** The middle of a claim's two bounds, or its only one. */
function pointOf({ low, high }: SeriesClaim): number | null {
  if (low !== null && high !== null) return (low + high) / 2
  return low ?? high
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

function newestOf(claims: SeriesClaim[]): Date | null {
  const newest = claims.reduce((latest, { publishedAt }) => Math.max(latest, publishedAt.getTime()), 0)
  return claims.length > 0 ? new Date(newest) : null
}
