import type { ExtractedClaim } from '@muster/extraction'

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
