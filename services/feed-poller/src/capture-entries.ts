import { type CaptureResult, captureEntry, findKnownEntries, hashOfText } from '@muster/articles'
import type { Feed, ParsedEntry, ParsedFeed, PollCounts } from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import type { Queues } from '@muster/queues'
import type { Logger } from '@muster/runtime'
import { handOver } from './hand-over.ts'

type Dependencies = { pool: Pool; queues: Queues; logger: Logger; clock: () => Date }

type Fate = CaptureResult | { kind: 'failed' }

const FIELDS = {
  captured: 'new',
  // It is captured when its page was asked for, whatever that comes to.
  awaited: 'new',
  revised: 'changed',
  known: 'known',
  empty: 'filtered',
  failed: 'failed',
} as const
const MOST_DROPS = 100

/**
 * Captures the entries that are new or changed, hands them over for extraction, and counts each of them once. Answers
 * with the counts, and with the entries that were news.
 */
export async function captureEntries(
  dependencies: Dependencies,
  feed: Feed,
  { items, leftOut }: Pick<ParsedFeed, 'items' | 'leftOut'>,
): Promise<{ counts: PollCounts; news: ParsedEntry[] }> {
  const fetched = items.length + leftOut
  const counts: PollCounts = {
    fetched,
    new: 0,
    known: 0,
    changed: 0,
    filtered: leftOut,
    failed: 0,
    drops: [],
  }
  const news: ParsedEntry[] = []
  const ids = items.map(({ id }) => id)
  const known = await findKnownEntries(dependencies.pool, feed.id, ids)
  for (const entry of oldestFirst(items)) {
    const isKnown = known.get(entry.id) === hashOfText(entry.text)
    const fate = isKnown ? ({ kind: 'known' } as const) : await capture(dependencies, feed, entry)
    const field = FIELDS[fate.kind]
    counts[field]++
    if (field === 'new' || field === 'changed') news.push(entry)
    const reason = fate.kind === 'empty' ? 'no-text' : 'not-stored'
    if (fate.kind === 'empty' || fate.kind === 'failed') counts.drops.push({ entryId: entry.id, reason })
    if (fate.kind === 'captured' || fate.kind === 'revised') await handOver(dependencies.queues, fate)
  }
  if (leftOut > 0) counts.drops.push({ entryId: null, reason: 'over-the-limit' })
  return { counts: { ...counts, drops: counts.drops.slice(-MOST_DROPS) }, news }
}

async function capture({ pool, logger, clock }: Dependencies, feed: Feed, entry: ParsedEntry): Promise<Fate> {
  try {
    return await captureEntry(pool, feed, entry, clock())
  } catch (error) {
    logger.error({ err: error, feedId: feed.id, entryId: entry.id }, 'entry not captured')
    return { kind: 'failed' }
  }
}

/** Feeds list the newest first; read in the order of the news, estimates change as they did in the world. */
function oldestFirst(entries: ParsedEntry[]): ParsedEntry[] {
  const time = ({ publishedAt }: ParsedEntry) => publishedAt?.getTime() ?? Number.POSITIVE_INFINITY
  return entries.toSorted((a, b) => (time(a) === time(b) ? 0 : time(a) - time(b)))
}
