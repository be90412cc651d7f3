import { isDeepStrictEqual } from 'node:util'
import { type Claim, findSeriesClaims } from '@muster/claims'
import type { Transaction } from '@muster/postgres'
import { claimsOfSeries } from './claims-of-series.ts'
import { type Estimate, estimateOf } from './estimate.ts'
import { OVERALL } from './place.ts'
import { deleteEstimate, findStoredEstimate, saveEstimate } from './store.ts'

/** A topic in one place, or overall. */
export type Series = { topic: string; place: string }

/** `estimate` counts what is, `outlook` what is expected or possible. */
export type Basis = 'estimate' | 'outlook'

export type EstimateChange = Series & { basis: Basis; before: Estimate | null; after: Estimate | null }

/** A claim moves one of the two, by its status. */
const STATUSES: Record<Basis, string[]> = { estimate: ['actual'], outlook: ['expected', 'possible'] }

/**
 * Folds the series that a changed claim belongs to once more and stores the result. Answers with every estimate
 * that is not as it was, overall first, then by place.
 */
export async function reviseEstimates(
  tx: Transaction,
  claim: Claim,
  position: number,
): Promise<EstimateChange[]> {
  const { topic } = claim
  if (!topic || claim.extent === 'part' || claim.status === 'denied') return []
  const basis = claim.status === 'actual' ? 'estimate' : 'outlook'
  const changes: EstimateChange[] = []
  for (const place of [OVERALL, ...new Set(claim.placeIds.toSorted())]) {
    const filter = { topic, place: place === OVERALL ? null : place, statuses: STATUSES[basis] }
    const { spoken, behind } = claimsOfSeries(await findSeriesClaims(tx, filter), place)[basis]
    const change = await revise(tx, { topic, place }, basis, estimateOf(spoken, behind), position)
    if (change) changes.push(change)
  }
  return changes
}

async function revise(
  tx: Transaction,
  series: Series,
  basis: Basis,
  after: Estimate | null,
  position: number,
): Promise<EstimateChange | null> {
  const before = await findStoredEstimate(tx, series, basis)
  if (isDeepStrictEqual(before, after)) return null
  if (after) await saveEstimate(tx, series, basis, after, position)
  else await deleteEstimate(tx, series, basis)
  return { ...series, basis, before, after }
}
