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
