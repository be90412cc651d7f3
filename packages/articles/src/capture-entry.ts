import { AppendKeyReusedError, append, readStream, WrongExpectedVersionError } from '@muster/event-store'
import type { Feed, ParsedEntry } from '@muster/feeds'
import { type Pool, type Transaction, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { findReport } from './copies/find-report.ts'
import {
  type ArticleCaptured,
  type ArticleRevised,
  articleCaptured,
  articleRevised,
  articleTextRemoved,
} from './events.ts'
import { hashOfText } from './hash-of-text.ts'
import { articleStream, latestCapture } from './latest-capture.ts'
import { saveEntry, saveSnapshots } from './store.ts'

/** What of a feed's entry becomes an article. */
export type CapturableEntry = Pick<ParsedEntry, 'id' | 'title' | 'link' | 'text' | 'publishedAt' | 'outlet'> &
  Partial<Pick<ParsedEntry, 'isDateClamped'>>

export type CaptureResult = { kind: 'captured' | 'revised' | 'known'; articleId: string } | { kind: 'empty' }

const TRIES = 3
const EARLIEST = Date.UTC(1990, 0)
const DAY_MS = 24 * 3600 * 1000

/**
 * Stores an entry's text as a snapshot and appends ArticleCaptured, or ArticleRevised when the text of a known
 * article changed. An entry seen before with the same text changes nothing, however often it comes.
 */
export async function captureEntry(
  pool: Pool,
  feed: Feed,
  entry: CapturableEntry,
  now: Date,
): Promise<CaptureResult> {
  if (!entry.text) return { kind: 'empty' }
  for (let attempt = 1; ; attempt++) {
    try {
      return await withTransaction(pool, (tx) => capture(tx, feed, entry, now))
    } catch (error) {
      // Another process captured the same article first: look again at what it wrote.
      if (!isRace(error) || attempt === TRIES) throw error
    }
  }
}

function isRace(error: unknown): boolean {
  return error instanceof WrongExpectedVersionError || error instanceof AppendKeyReusedError
}

async function capture(
  tx: Transaction,
  feed: Feed,
  entry: CapturableEntry,
  now: Date,
): Promise<CaptureResult> {
  const articleId = articleIdOf(feed, entry)
  const hash = hashOfText(entry.text)
  const events = await readStream(tx, articleStream(articleId))
  const known = latestCapture(events)
  await saveEntry(tx, feed.id, entry.id, articleId, hash)
  // Another feed may list the same article in other words; only the one that brought it revises it.
  if (known && (known.snapshotHash === hash || known.feedId !== feed.id)) return { kind: 'known', articleId }
  // What was taken down is not taken up again, in no other words either.
  if (events.some((event) => articleTextRemoved.read(event))) return { kind: 'known', articleId }
  await saveSnapshots(tx, textsOf(entry))
  const event = known
    ? revised(feed, entry, articleId, hash, now)
    : await captured(tx, feed, entry, { articleId, snapshotHash: hash }, now)
  const { duplicate } = await append(
    tx,
    deterministicId('append', 'capture', articleId, hash, events.length),
    [{ stream: articleStream(articleId), expected: events.length, events: [event] }],
  )
  // Another process appended the same after we had read the stream.
  if (duplicate) return { kind: 'known', articleId }
  return { kind: known ? 'revised' : 'captured', articleId }
}

/** An id that is an address means the same article in every feed; any other is known to its feed alone. */
function articleIdOf(feed: Feed, entry: CapturableEntry): string {
  const isGlobal = /^(https?:|urn:|tag:)/i.test(entry.id)
  return isGlobal ? deterministicId('article', entry.id) : deterministicId('article', feed.id, entry.id)
}

async function captured(
  tx: Transaction,
  feed: Feed,
  entry: CapturableEntry,
  { articleId, snapshotHash }: { articleId: string; snapshotHash: string },
  now: Date,
) {
  const stated = statedDate(entry, now)
  const publishedAt = stated ?? now
  const reportId = await findReport(tx, { articleId, snapshotHash, text: entry.text, publishedAt }, now)
  const data: ArticleCaptured = {
    articleId,
    feedId: feed.id,
    entryId: entry.id,
    outlet: entry.outlet ?? feed.outlet,
    url: entry.link,
    titleHash: titleHashOf(entry),
    publishedAt: publishedAt.toISOString(),
    publishedBasis: stated ? 'stated' : 'first-seen',
    snapshotHash,
    reportId,
  }
  return { type: articleCaptured, data, occurredAt: publishedAt }
}

function revised(feed: Feed, entry: CapturableEntry, articleId: string, snapshotHash: string, now: Date) {
  const data: ArticleRevised = { articleId, feedId: feed.id, snapshotHash, titleHash: titleHashOf(entry) }
  return { type: articleRevised, data, occurredAt: now }
}

const titleHashOf = ({ title }: CapturableEntry) => (title === null ? null : hashOfText(title))

/** The headline is kept like a text, apart from the log: both can be taken down. */
function textsOf({ title, text }: CapturableEntry): Map<string, string> {
  const texts = title === null ? [text] : [text, title]
  return new Map(texts.map((each) => [hashOfText(each), each]))
}

/** A date far in the future would hold the estimate's window there; one before the web is a mistake as well. */
function statedDate({ publishedAt, isDateClamped }: CapturableEntry, now: Date): Date | null {
  if (!publishedAt || isDateClamped) return null
  const time = publishedAt.getTime()
  return time >= EARLIEST && time <= now.getTime() + DAY_MS ? publishedAt : null
}
