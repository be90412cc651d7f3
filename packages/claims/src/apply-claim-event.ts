import { markExtracted } from '@muster/articles'
import type { StoredEvent } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'
import type { Claim } from './claim.ts'
import { articleExtracted, claimRecorded, claimWithdrawn } from './events.ts'
import { saveClaim, withdrawClaim } from './store.ts'

/** A claim that came or went, for what is built upon claims. */
export type ClaimChange = { cause: 'claim-recorded' | 'claim-withdrawn'; claim: Claim }

/** Projects the events of claims; answers with the claim that changed, or null. */
export async function applyClaimEvent(tx: Transaction, event: StoredEvent): Promise<ClaimChange | null> {
  const { recordedAt, position } = event
  const recorded = claimRecorded.read(event)
  if (recorded) {
    return { cause: 'claim-recorded', claim: await saveClaim(tx, recorded, recordedAt, position) }
  }
  const withdrawn = claimWithdrawn.read(event)
  if (withdrawn) {
    const claim = await withdrawClaim(tx, withdrawn.claimId, recordedAt)
    return claim && { cause: 'claim-withdrawn', claim }
  }
  const extracted = articleExtracted.read(event)
  if (extracted) {
    await markExtracted(tx, extracted.articleId, extracted.snapshotHash, extracted.extractor, recordedAt)
  }
  return null
}
