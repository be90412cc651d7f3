import { decodeBody } from './decode-body.ts'
import { FeedTooLargeError } from './feed-too-large-error.ts'
import { isBinary } from './is-binary.ts'
import { NotAFeedError } from './not-a-feed-error.ts'
import type { ParsedFeed, ParseOptions } from './parsed-feed.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { readXmlFeed } from './read-xml-feed.ts'
import { toParsedFeed } from './to-parsed-feed.ts'
import { unzipBody } from './unzip-body.ts'

/** No feed of news is larger; a tree of more would take more memory than a process has to spare. */
const MAX_BYTES = 10_000_000

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed and news sitemaps, in any encoding, well-formed or not.
 * `contentType` is the header as it came, `url` where the bytes came from: it completes relative addresses. `now` is
 * the time of reading, which takes the place of dates over a day ahead. A date that is missing stays missing.
 * Throws NotAFeedError and FeedTooLargeError (10 MB), and nothing else. Hostile documents can keep it busy for
 * seconds: a service calls it through createFeedParser.
 */
export async function parseFeed(
  body: Uint8Array,
  contentType: string | null,
  url: string,
  now: Date = new Date(),
  options: ParseOptions = {},
): Promise<ParsedFeed> {
  if (body.byteLength > MAX_BYTES) throw new FeedTooLargeError(`${body.byteLength} bytes`)
  const bytes = unzipBody(body, MAX_BYTES)
  if (isBinary(bytes)) throw new NotAFeedError('no text')
  const text = decodeBody(bytes, contentType).trimStart()
  if (!text) throw new NotAFeedError('an empty document')
  const draft = text.startsWith('{') ? readJsonFeed(text, url) : readXmlFeed(text, url)
  return toParsedFeed(draft, now, options)
}
