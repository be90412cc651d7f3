import type { ClaimChange } from '@muster/claims'
import type { EstimateChange } from '@muster/estimates'
import type { StoredEvent } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'
import type { Delta } from './delta.ts'
import { kindOfChange } from './kind-of-change.ts'
import { insertDelta } from './store.ts'

/** Stores the deltas of one event, numbered in the order of its changes, so that a rebuild gives the same ids. */
export async function recordDeltas(
  tx: Transaction,
  event: StoredEvent,
  { cause, claim }: ClaimChange,
  changes: EstimateChange[],
): Promise<Delta[]> {
  const deltas = changes.flatMap((change) => {
    const kind = kindOfChange(change)
    return kind ? [{ ...change, kind }] : []
  })
  const numbered = deltas.map((delta, ordinal) => ({
    ...delta,
    position: event.position,
    ordinal,
    cause,
    claimId: claim.id,
    articleId: claim.articleId,
    claimStatus: claim.status,
    publishedAt: claim.publishedAt,
    recordedAt: event.recordedAt,
  }))
  for (const delta of numbered) await insertDelta(tx, delta)
  return numbered
}
