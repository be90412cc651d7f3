import { type CaptureResult, captureEntry, findKnownEntries, hashOfText } from '@muster/articles'
import {
  conditionalGet,
  type Feed,
  type FeedParser,
  type FetchResult,
  findFeed,
  type ParsedEntry,
  type ParsedFeed,
  recordPoll,
} from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import { extractionJobId, type Jobs, type Queues } from '@muster/queues'
import type { HttpClient, Logger } from '@muster/runtime'

type Dependencies = { pool: Pool; queues: Queues; http: HttpClient; parser: FeedParser; logger: Logger }
type Reading = { result: FetchResult; feed: typeof NOTHING }
type Counts = Record<CaptureResult['kind'] | 'failed', number>

const NOTHING: Pick<ParsedFeed, 'title' | 'items'> = { title: null, items: [] }

/**
 * Polls one feed: captures what is new, hands it over for extraction and writes down how it went. Whatever is
 * wrong with the feed or one of its entries is recorded there and stops nothing else.
 */
export async function pollFeed(
  dependencies: Dependencies,
  { feedId, dueAt }: Jobs['feed-polls'],
): Promise<void> {
  const { pool, logger } = dependencies
  const feed = await findFeed(pool, feedId)
  if (feed?.status !== 'active' || feed.nextPollAt.toISOString() !== dueAt) return
  const { result, feed: parsed } = await readFeed(dependencies, feed)
  const counts = await captureEntries(dependencies, feed, parsed.items)
  await recordPoll(pool, feed, withFailures(result, feed, counts.failed), parsed.title, new Date())
  if (result.kind === 'failed')
    logger.warn({ feedId, url: feed.url, reason: result.reason }, 'feed poll failed')
  else logger.info({ feedId, outcome: result.kind, ...counts }, 'feed polled')
}

/** An entry that was not captured has to be served again, so the answer's validators are not kept. */
function withFailures(result: FetchResult, { etag, lastModified }: Feed, failed: number): FetchResult {
  return result.kind === 'modified' && failed > 0
    ? { ...result, etag, lastModified, entriesFailed: failed }
    : result
}

async function readFeed({ http, parser }: Dependencies, feed: Feed): Promise<Reading> {
  const result = await conditionalGet(http, feed)
  if (result.kind !== 'modified') return { result, feed: NOTHING }
  const read = await parser.parse(result.body, result.contentType, result.url, new Date())
  if (read.kind === 'parsed') return { result, feed: read.feed }
  return { result: { kind: 'failed', reason: `${read.kind}: ${read.reason}` }, feed: NOTHING }
}

async function captureEntries(
  dependencies: Dependencies,
  feed: Feed,
  entries: ParsedEntry[],
): Promise<Counts> {
  const { pool, queues } = dependencies
  const counts: Counts = { captured: 0, revised: 0, known: 0, empty: 0, failed: 0 }
  const known = await findKnownEntries(
    pool,
    feed.id,
    entries.map(({ id }) => id),
  )
  for (const entry of oldestFirst(entries)) {
    const result =
      known.get(entry.id) === hashOfText(entry.text) ? 'known' : await capture(dependencies, feed, entry)
    const kind = typeof result === 'string' ? result : result.kind
    counts[kind]++
    if (typeof result === 'string' || (result.kind !== 'captured' && result.kind !== 'revised')) continue
    const { articleId } = result
    await queues.enqueue('extractions', [
      { id: extractionJobId(articleId, hashOfText(entry.text)), data: { articleId } },
    ])
  }
  return counts
}

async function capture(
  { pool, logger }: Dependencies,
  feed: Feed,
  entry: ParsedEntry,
): Promise<CaptureResult | 'failed'> {
  try {
    return await captureEntry(pool, feed, entry, new Date())
  } catch (error) {
    logger.error({ err: error, feedId: feed.id, entryId: entry.id }, 'entry not captured')
    return 'failed'
  }
}

/** Feeds list the newest first; read in the order of the news, estimates change as they did in the world. */
function oldestFirst(entries: ParsedEntry[]): ParsedEntry[] {
  const time = ({ publishedAt }: ParsedEntry) => publishedAt?.getTime() ?? Number.POSITIVE_INFINITY
  return entries.toSorted((a, b) => (time(a) === time(b) ? 0 : time(a) - time(b)))
}
