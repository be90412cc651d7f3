import type { ExtractedClaim } from '@muster/extraction'

/** Data of the event ClaimRecorded. It points at its quote but does not carry it: texts can be taken down. */
export type ClaimRecorded = Omit<ExtractedClaim, 'quote'> & {
  claimId: string
  articleId: string
  snapshotHash: string
  outlet: string
  publishedAt: string
}

/** A claim as the projection keeps it, with the article it stands in. */
export type Claim = Omit<ExtractedClaim, 'quote'> & {
  id: string
  articleId: string
  snapshotHash: string
  topic: string | null
  outlet: string
  publishedAt: Date
  recordedAt: Date
  position: number
  withdrawnAt: Date | null
}
