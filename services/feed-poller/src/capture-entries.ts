import {
  type CaptureResult,
  captureEntry,
  captureTogether,
  findKnownEntries,
  hashOfText,
} from '@muster/articles'
import type { Feed, ParsedEntry, ParsedFeed, PollCounts } from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import type { Queues } from '@muster/queues'
import type { Logger } from '@muster/runtime'
import { handOver } from './hand-over.ts'

type Dependencies = { pool: Pool; queues: Queues; logger: Logger; clock: () => Date }

type Fate = CaptureResult | { kind: 'known' | 'failed' }

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
/** More cost hardly less each, and keep the captures of other feeds waiting for longer. */
const TOGETHER = 25

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
  const none = { new: 0, known: 0, changed: 0, filtered: leftOut, failed: 0 }
  const counts: PollCounts = { fetched, ...none, drops: [] }
  const news: ParsedEntry[] = []
  const ids = items.map(({ id }) => id)
  const known = await findKnownEntries(dependencies.pool, feed.id, ids)
  const entries = oldestFirst(items)
  for (let at = 0; at < entries.length; at += TOGETHER) {
    const some = entries.slice(at, at + TOGETHER)
    const fates = await captureSome(dependencies, feed, some, known)
    for (const [entry, fate] of fates) count(counts, news, entry, fate)
    await handOver(dependencies.queues, fates.flatMap(textsIn))
  }
  if (leftOut > 0) counts.drops.push({ entryId: null, reason: 'over-the-limit' })
  return { counts: { ...counts, drops: counts.drops.slice(-MOST_DROPS) }, news }
}

function count(counts: PollCounts, news: ParsedEntry[], entry: ParsedEntry, { kind }: Fate): void {
  const field = FIELDS[kind]
  counts[field]++
  if (field === 'new' || field === 'changed') news.push(entry)
  const reason = kind === 'empty' ? 'no-text' : 'not-stored'
  if (kind === 'empty' || kind === 'failed') counts.drops.push({ entryId: entry.id, reason })
}

/** The text that came of an entry, if any. */
const textsIn = ([, fate]: [ParsedEntry, Fate]) =>
  fate.kind === 'captured' || fate.kind === 'revised' ? [fate] : []

async function captureSome(
  dependencies: Dependencies,
  feed: Feed,
  entries: ParsedEntry[],
  known: Map<string, string>,
): Promise<[ParsedEntry, Fate][]> {
  const fresh = entries.filter(({ id }) => !known.has(id))
  const together = fresh.length > 1 ? await captureFresh(dependencies, feed, fresh) : new Map()
  const fates: [ParsedEntry, Fate][] = []
  for (const entry of entries) {
    const isKnown = known.get(entry.id) === hashOfText(entry.text)
    const fate: Fate | undefined = isKnown ? { kind: 'known' } : together.get(entry)
    fates.push([entry, fate ?? (await capture(dependencies, feed, entry))])
  }
  return fates
}

/** What cannot be stored together is stored one by one, so that one entry loses no other. */
function captureFresh(
  { pool, logger, clock }: Dependencies,
  feed: Feed,
  entries: ParsedEntry[],
): Promise<Map<ParsedEntry, Fate>> {
  return captureTogether(pool, feed, entries, clock()).catch((error: unknown) => {
    logger.warn({ err: error, feedId: feed.id, entries: entries.length }, 'entries not captured together')
    return new Map()
  })
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
