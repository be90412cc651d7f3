import { type Claim, findClaimsByIds, quotesOf } from '@muster/claims'
import { findEstimates, type StoredEstimate } from '@muster/estimates'
import type { Db } from '@muster/postgres'
import type { EstimateRow } from './estimate-table.ts'

const MOST_ROWS = 100

/** Reads the estimates, each with the words of the newest claim behind it. */
export async function readEstimateRows(db: Db): Promise<EstimateRow[]> {
  const estimates = await findEstimates(db, { basis: 'estimate' }, MOST_ROWS)
  const claims = await findClaimsByIds(
    db,
    estimates.flatMap(({ claimIds }) => claimIds),
  )
  const quotes = await quotesOf(db, claims)
  return estimates.map((estimate) => toRow(estimate, quotes.get(newestClaim(estimate, claims)?.id ?? '')))
}

function newestClaim({ claimIds }: StoredEstimate, claims: readonly Claim[]): Claim | undefined {
  return claims
    .filter(({ id }) => claimIds.includes(id))
    .toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || a.position - b.position)
    .at(-1)
}

function toRow(estimate: StoredEstimate, quote: string | null | undefined): EstimateRow {
  const { low, best, high, lowOpen, highOpen, contested } = estimate
  return {
    ...{ low, best, high, lowOpen, highOpen, contested },
    series: `${estimate.topic}@${estimate.place}`,
    origins: estimate.origins.length,
    asOf: estimate.newestPublishedAt.toISOString().slice(0, 10),
    quote: quote ?? 'text taken down',
  }
}
