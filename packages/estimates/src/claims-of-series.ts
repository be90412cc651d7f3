import type { Estimate, SeriesClaim } from './estimate.ts'
import { OVERALL } from './place.ts'
import { claimsThatCount, tallyThatCounts } from './series-state.ts'
import { type Basis, openTopicBook, type TopicBook } from './topic-book.ts'

/** The numbers of one basis of a series, the claims behind them, and of these the ones by which origins speak. */
export type CountedClaims = { numbers: Estimate | null; behind: SeriesClaim[]; spoken: SeriesClaim[] }

/** The claims of one series by the part they play. */
export type SeriesClaims = {
  estimate: CountedClaims
  outlook: CountedClaims
  parts: SeriesClaim[]
  denied: SeriesClaim[]
}

/** Sorts the live claims of a topic for the series of one place (or OVERALL); each list by its own order of time. */
export function claimsOfSeries(topicClaims: SeriesClaim[], place: string): SeriesClaims {
  const claims = topicClaims.filter(({ placeIds }) => place === OVERALL || placeIds.includes(place))
  const book = openTopicBook(claims)
  return {
    estimate: countedClaims(book, 'estimate', place),
    outlook: countedClaims(book, 'outlook', place),
    parts: claims.filter(({ extent, status }) => extent === 'part' && status !== 'denied'),
    denied: claims.filter(({ status }) => status === 'denied'),
  }
}

function countedClaims(book: TopicBook, basis: Basis, place: string): CountedClaims {
  const entry = book.get(`${basis} ${place}`)
  if (!entry) return { numbers: null, behind: [], spoken: [] }
  const spoken = [...tallyThatCounts(entry.state).origins.values()].flatMap(
    (claims) => claims.at(-1)?.claim ?? [],
  )
  return { numbers: entry.estimate, behind: claimsThatCount(entry.state), spoken }
}
