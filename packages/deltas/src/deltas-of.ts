import type { ClaimChange } from '@muster/claims'
import type { EstimateChange } from '@muster/estimates'
import type { Delta } from './delta.ts'
import { kindOfChange } from './kind-of-change.ts'

/** The deltas of one event, numbered in the order of its changes, so that a rebuild gives the same ids. */
export function deltasOf({ cause, event, before, after }: ClaimChange, changes: EstimateChange[]): Delta[] {
  const claim = after ?? before
  if (!claim) return []
  const told = changes.flatMap((change) => {
    const kind = kindOfChange(change)
    return kind ? [{ ...change, kind }] : []
  })
  return told.map((delta, ordinal) => ({
    ...delta,
    position: event.position,
    ordinal,
    cause,
    claimId: claim.id,
    articleId: claim.articleId,
    claimStatus: claim.status,
    publishedAt: claim.publishedAt,
    recordedAt: event.recordedAt,
    replayed: (event.metadata as { replay?: unknown }).replay === true,
  }))
}
