/** A document that is no feed: nothing, a web page, other XML or JSON, or no text at all. */
export class NotAFeedError extends Error {
  override name = 'NotAFeedError'
  readonly code = 'not-a-feed'
}
