export { type ClaimCause, causeOf } from './cause-of.ts'
export type { Claim } from './claim.ts'
export type { ClaimEdits } from './claim-edits.ts'
export {
  articleExtracted,
  type ClaimRecorded,
  claimRecorded,
  claimRevised,
  claimWithdrawn,
} from './events.ts'
export { type ExtractionResult, extractArticle } from './extract-article.ts'
export { type PlaceLevel, placeLevel } from './place-level.ts'
export { quotesOf } from './quotes-of.ts'
export { type Extraction, type Extractor, SnapshotBrokenError, SpanBrokenError } from './read-article.ts'
export { type ClaimChange, claimOfEvent, readClaimChanges } from './read-claim-changes.ts'
export { readExtractions } from './read-extractions.ts'
export { appendRereading, type Rereading, rereadArticle } from './reread-article.ts'
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
