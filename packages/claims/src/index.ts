export { applyClaimEvent, type ClaimChange } from './apply-claim-event.ts'
export type { Claim } from './claim.ts'
export { articleExtracted, type ClaimRecorded, claimRecorded, claimWithdrawn } from './events.ts'
export {
  type ExtractionResult,
  type Extractor,
  extractArticle,
  SnapshotBrokenError,
  SpanBrokenError,
} from './extract-article.ts'
export { type PlaceLevel, placeLevel } from './place-level.ts'
export { quotesOf } from './quotes-of.ts'
export {
  type ClaimFilter,
  findArticleClaims,
  findClaim,
  findClaims,
  findClaimsByIds,
  findSeriesClaims,
  findTopicClaims,
} from './store.ts'
