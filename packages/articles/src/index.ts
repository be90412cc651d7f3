export { applyArticleEvents } from './apply-article-events.ts'
export type { Article } from './article.ts'
export { type CaptureResult, captureEntry } from './capture-entry.ts'
export {
  type ArticleCaptured,
  type ArticleRevised,
  articleCaptured,
  articleRevised,
  articleTextRemoved,
} from './events.ts'
export { hashOfText } from './hash-of-text.ts'
export { type ArticleCapture, articleStream, latestCapture } from './latest-capture.ts'
export { readSnapshots, type Snapshots } from './read-snapshots.ts'
export {
  type Extraction,
  findArticle,
  findArticleIds,
  findArticles,
  findArticlesToExtract,
  findKnownEntries,
  findRemovedTexts,
  markExtracted,
  type UnreadArticle,
} from './store.ts'
export { type TakedownResult, takeDownArticle } from './take-down-article.ts'
