export { type CountedClaims, claimsOfSeries, type SeriesClaims } from './claims-of-series.ts'
export type { Estimate, SeriesClaim } from './estimate.ts'
export { OVERALL } from './place.ts'
export { type EstimateFilter, findEstimates, type StoredEstimate } from './store.ts'
export { storeRevised } from './store-revised.ts'
export {
  type Basis,
  type ClaimDifference,
  type EstimateChange,
  foldChange,
  openTopicBook,
  type Series,
  type TopicBook,
} from './topic-book.ts'
export {
  createTopicBooks,
  type RevisedEstimate,
  type TopicBooks,
  type TopicBooksOptions,
} from './topic-books.ts'
