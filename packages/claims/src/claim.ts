import type { ExtractedClaim } from '@muster/extraction'

/** A claim as the projection keeps it, with the article it stands in. */
export type Claim = Omit<ExtractedClaim, 'quote'> & {
  id: string
  articleId: string
  snapshotHash: string
  reportId: string
  topic: string | null
  outlet: string
  publishedAt: Date
  recordedAt: Date
  /** Where it was first recorded. */
  position: number
  /** From where to where in the log it says this; `untilPosition` is null while it does. */
  fromPosition: number
  untilPosition: number | null
  withdrawnAt: Date | null
}
