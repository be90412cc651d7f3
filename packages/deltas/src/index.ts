export type { Delta, DeltaKind } from './delta.ts'
export { deltaKinds } from './delta.ts'
export { type DeltaCursor, decodeCursor, encodeCursor, endOf } from './delta-cursor.ts'
export { createEstimatesProjection } from './estimates-projection.ts'
export { projectionName } from './projection-name.ts'
export { type DeltaPage, readDeltas } from './read-deltas.ts'
export { type RebuildProgress, type RebuildResult, rebuildEstimates } from './rebuild/rebuild-estimates.ts'
export type { ClaimDifference } from './reextract/compare-claims.ts'
export {
  type Reextraction,
  type ReextractProgress,
  type ReextractRequest,
  reextract,
} from './reextract/reextract.ts'
export { type HistoryEntry, type HistoryPage, seriesHistory } from './series-history.ts'
export { findDeltasBetween } from './store.ts'
