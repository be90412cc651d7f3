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
  /** Whose text it is: that of the feed or of the page. */
  textBasis: 'feed' | 'page'
  /** Why the page was wanted and its text not used, by name. */
  pageFailure: string | null
  capturedAt: Date
  /** When its page was missing at a second look. */
  goneAt: Date | null
  position: number
  extractedHash: string | null
  extractedAt: Date | null
  extractor: string | null
}
