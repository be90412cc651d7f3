export { applyExtractions } from './apply-extractions.ts'
export type { Claim } from './claim.ts'
export {
  articleExtracted,
  type ClaimRecorded,
  claimRecorded,
  claimRevised,
  claimWithdrawn,
} from './events.ts'
export {
  type Extraction,
  type ExtractionResult,
  type Extractor,
  extractArticle,
  SnapshotBrokenError,
  SpanBrokenError,
} from './extract-article.ts'
export { type PlaceLevel, placeLevel } from './place-level.ts'
export { quotesOf } from './quotes-of.ts'
export { type ClaimCause, type ClaimChange, readClaimChanges } from './read-claim-changes.ts'
export {
  type ClaimFilter,
  findArticleClaims,
  findClaim,
  findClaims,
  findClaimsByIds,
  findTopicClaims,
  findTopicClaimsAt,
  findTopicHistory,
} from './store.ts'
export { storeClaimChanges } from './store-claim-changes.ts'
