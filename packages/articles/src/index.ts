export { applyArticleEvents } from './apply-article-events.ts'
export type { Article } from './article.ts'
export { captureEntry } from './capture-entry.ts'
export { captureTogether } from './capture-together.ts'
export type { CaptureResult } from './capture-within.ts'
export {
  type ArticleCaptured,
  type ArticleRevised,
  articleCaptured,
  articleGone,
  articleRevised,
  articleTextRemoved,
} from './events.ts'
export { hashOfText } from './hash-of-text.ts'
export { type ArticleCapture, articleStream, latestCapture } from './latest-capture.ts'
export { captureAwaited } from './looks/capture-awaited.ts'
export type { PageLook, PageResult, PageSight } from './looks/look.ts'
export { type LookOutcome, recordLook } from './looks/record-look.ts'
export { deferLook, findDueLooks, findLook, findPageOutcomes } from './looks/store.ts'
export { readSnapshots, type Snapshots } from './read-snapshots.ts'
export {
  type Extraction,
  findArticle,
  findArticleIds,
  findArticles,
  findArticlesToExtract,
  findKnownEntries,
  findRemovedTexts,
  type UnreadArticle,
} from './store.ts'
export { type TakedownResult, takeDownArticle } from './take-down-article.ts'
