/** A document over the 10 MB that are read. */
export class FeedTooLargeError extends Error {
  override name = 'FeedTooLargeError'
  readonly code = 'too-large'
}
