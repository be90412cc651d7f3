import { gunzipSync } from 'node:zlib'
import { FeedTooLargeError } from './feed-too-large-error.ts'
import { NotAFeedError } from './not-a-feed-error.ts'

/**
 * The bytes inside a body that is still a gzip file: sitemaps are published so, and servers forget the header that
 * says so. Throws FeedTooLargeError past `maxBytes` and NotAFeedError when it ends early.
 */
export function unzipBody(body: Uint8Array, maxBytes: number): Uint8Array {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body
  try {
    return gunzipSync(body, { maxOutputLength: maxBytes })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new FeedTooLargeError('a gzip file of more', { cause: error })
    throw new NotAFeedError('a broken gzip file', { cause: error })
  }
}
