/** An article as the projection keeps it. `publishedBasis` tells a stated date from the time of first sight. */
export type Article = {
  id: string
  feedId: string
  outlet: string
  url: string | null
  title: string | null
  publishedAt: Date
  publishedBasis: 'stated' | 'first-seen'
  snapshotHash: string
  capturedAt: Date
  position: number
  extractedHash: string | null
  extractedAt: Date | null
  extractor: string | null
}

/** Data of the event ArticleCaptured: an article was seen for the first time. */
export type ArticleCaptured = {
  articleId: string
  feedId: string
  entryId: string
  outlet: string
  url: string | null
  title: string | null
  publishedAt: string
  publishedBasis: 'stated' | 'first-seen'
  snapshotHash: string
}

/** Data of the event ArticleRevised: its text was seen changed. */
export type ArticleRevised = { articleId: string; feedId: string; title: string | null; snapshotHash: string }
