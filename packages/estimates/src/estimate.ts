/** What the estimate rule needs to know of a claim. Times are instants; `position` is the order of recording. */
export type SeriesClaim = {
  id: string
  articleId: string
  /** Null when the text does not say whose force it is: such a claim moves nothing. */
  topic: string | null
  /** Articles with nearly the same text are one report. */
  reportId: string
  outlet: string
  origin: string | null
  publishedAt: Date
  position: number
  low: number | null
  high: number | null
  qualifier: string
  placeIds: string[]
  status: string
  extent: string
}

/**
 * Low, best and high of a series. A side is open when no origin bounds it, so that the extreme point stands in.
 * Contested when two origins' intervals do not meet.
 */
export type Estimate = {
  low: number
  best: number
  high: number
  lowOpen: boolean
  highOpen: boolean
  contested: boolean
  origins: string[]
  outlets: string[]
  articles: number
  newestPublishedAt: Date
  claimIds: string[]
}
