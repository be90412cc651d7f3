import { type Claim, findTopicClaims } from '@muster/claims'
import { claimsOfSeries, estimateOf, type SeriesClaim, type SeriesClaims } from '@muster/estimates'
import type { Db } from '@muster/postgres'
import { showClaims } from './show-claims.ts'

type ShownClaim = Awaited<ReturnType<typeof showClaims>>[number]

/**
 * The estimate and the outlook of a series with every claim behind them, from one reading of its claims, so that
 * numbers and claims always agree. Null when no claim speaks of the series.
 */
export async function traceEstimate(db: Db, topic: string, place: string) {
  const topicClaims = await findTopicClaims(db, topic)
  const { estimate, outlook, parts, denied } = claimsOfSeries(topicClaims, place)
  const named = [...estimate.behind, ...outlook.behind, ...parts, ...denied]
  if (named.length === 0) return null
  const shown = await shownById(db, topicClaims, named)
  const pick = (claims: SeriesClaim[]) => claims.flatMap(({ id }) => shown.get(id) ?? [])
  return {
    topic,
    place,
    estimate: trace(estimate, pick),
    outlook: trace(outlook, pick),
    parts: pick(parts),
    denied: pick(denied),
  }
}

async function shownById(db: Db, claims: Claim[], named: SeriesClaim[]): Promise<Map<string, ShownClaim>> {
  const ids = new Set(named.map(({ id }) => id))
  const shown = await showClaims(
    db,
    claims.filter(({ id }) => ids.has(id)),
  )
  return new Map(shown.map((claim) => [claim.id, claim]))
}

function trace({ spoken, behind }: SeriesClaims['estimate'], pick: (claims: SeriesClaim[]) => ShownClaim[]) {
  const numbers = estimateOf(spoken, behind)
  const counted = new Set([...spoken.values()].map(({ id }) => id))
  const claims = pick(behind).map((claim) => ({
    ...claim,
    speaksFor: claim.origin ?? `outlet:${claim.outlet}`,
    counts: counted.has(claim.id),
  }))
  return numbers && { numbers, claims }
}
