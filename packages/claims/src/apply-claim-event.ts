import { markExtracted } from '@muster/articles'
import type { StoredEvent } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'
import type { Claim, ClaimRecorded } from './claim.ts'
import { saveClaim, withdrawClaim } from './store.ts'

/** A claim that came or went, for what is built upon claims. */
export type ClaimChange = { cause: 'claim-recorded' | 'claim-withdrawn'; claim: Claim }

/** Projects the events of claims; answers with the claim that changed, or null. */
export async function applyClaimEvent(tx: Transaction, event: StoredEvent): Promise<ClaimChange | null> {
  switch (event.type) {
    case 'ClaimRecorded': {
      const claim = await saveClaim(tx, event.data as ClaimRecorded, event.recordedAt, event.position)
      return { cause: 'claim-recorded', claim }
    }
    case 'ClaimWithdrawn': {
      const claim = await withdrawClaim(tx, (event.data as { claimId: string }).claimId, event.recordedAt)
      return claim && { cause: 'claim-withdrawn', claim }
    }
    case 'ArticleExtracted': {
      const { articleId, snapshotHash, extractor } = event.data as Record<string, string>
      await markExtracted(tx, articleId ?? '', snapshotHash ?? '', extractor ?? '', event.recordedAt)
      return null
    }
    default:
      return null
  }
}
