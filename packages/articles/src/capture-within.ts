import { readStream } from '@muster/event-store'
import type { Feed, ParsedEntry } from '@muster/feeds'
import type { Transaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { appendRevision } from './append-revision.ts'
import { appendText } from './append-text.ts'
import { capturedEvent, publishedAtOf, type ReadArticle, textsOf, titleHashOf } from './captured-event.ts'
import { findReports } from './copies/find-report.ts'
import { type ArticleRevised, articleTextRemoved } from './events.ts'
import { hashOfText } from './hash-of-text.ts'
import { type ArticleCapture, articleStream, latestCapture } from './latest-capture.ts'
import type { NewLook, PageResult } from './looks/look.ts'
import { pageOf } from './looks/page-of.ts'
import { insertLook } from './looks/store.ts'
import { saveEntry, saveSnapshots } from './store.ts'

/** What of a feed's entry becomes an article. */
export type CapturableEntry = Pick<ParsedEntry, 'id' | 'title' | 'link' | 'text' | 'publishedAt' | 'outlet'> &
  Partial<Pick<ParsedEntry, 'isDateClamped' | 'isSummary'>>

/** What an entry came to; `snapshotHash` names the article's text. */
export type CaptureResult =
  | { kind: 'captured' | 'revised'; articleId: string; snapshotHash: string }
  | { kind: 'known' | 'awaited'; articleId: string }
  | { kind: 'empty' }

/** Captures an entry in a transaction, with what its page came to where that was asked for. */
export async function captureWithin(
  tx: Transaction,
  feed: Feed,
  entry: CapturableEntry,
  now: Date,
  page: PageResult | null = null,
): Promise<CaptureResult> {
  const wanted = page === null && entry.isSummary ? pageOf(feed, entry) : null
  if (!entry.text && wanted === null && page?.kind !== 'text') return { kind: 'empty' }
  const articleId = articleIdOf(feed, entry)
  const events = await readStream(tx, articleStream(articleId))
  const known = latestCapture(events)
  await saveEntry(tx, feed.id, entry.id, articleId, hashOfText(entry.text))
  if (!known && wanted) return awaitPage(tx, feed, entry, { ...wanted, articleId, seenAt: now, dueAt: now })
  const text = page?.kind === 'text' ? page.text : entry.text
  const article: ReadArticle = { ...entry, text, articleId, snapshotHash: hashOfText(text), page }
  // What was taken down is not taken up again, in no other words either.
  const isRemoved = events.some((event) => articleTextRemoved.read(event))
  if (isRemoved || (known && isAsKnown(known, feed, article))) return { kind: 'known', articleId }
  return write(tx, feed, article, { known, version: events.length, now })
}

/**
 * Another feed may list the same article in other words; only the one that brought it revises it, and not with its
 * summary an article whose text is that of the page.
 */
function isAsKnown(known: ArticleCapture, feed: Feed, { snapshotHash, text }: ReadArticle): boolean {
  const isOfFeed = known.feedId === feed.id && known.textBasis === 'feed'
  return known.snapshotHash === snapshotHash || !isOfFeed || !text
}

async function write(
  tx: Transaction,
  feed: Feed,
  article: ReadArticle,
  { known, version, now }: { known: ArticleCapture | null; version: number; now: Date },
): Promise<CaptureResult> {
  const { articleId, snapshotHash } = article
  await saveSnapshots(tx, new Map(textsOf(article)))
  const isNew = known
    ? await appendRevision(tx, revised(feed, article), version, now)
    : await appendText(tx, await captured(tx, feed, article, now), version)
  if (!isNew) return { kind: 'known', articleId }
  return { kind: known ? 'revised' : 'captured', articleId, snapshotHash }
}

async function awaitPage(
  tx: Transaction,
  feed: Feed,
  entry: CapturableEntry,
  look: Omit<NewLook, 'feedId' | 'feedLength' | 'entry'>,
): Promise<CaptureResult> {
  const isNew = await insertLook(tx, { ...look, feedId: feed.id, feedLength: entry.text.length, entry })
  return { kind: isNew ? 'awaited' : 'known', articleId: look.articleId }
}

/** An id that is an address means the same article in every feed; any other is known to its feed alone. */
export function articleIdOf(feed: Feed, entry: CapturableEntry): string {
  const isGlobal = /^(https?:|urn:|tag:)/i.test(entry.id)
  return isGlobal ? deterministicId('article', entry.id) : deterministicId('article', feed.id, entry.id)
}

async function captured(tx: Transaction, feed: Feed, article: ReadArticle, now: Date) {
  const published = { ...article, publishedAt: publishedAtOf(article, now) }
  const reports = await findReports(tx, [published], now)
  return capturedEvent(feed, article, reports.get(article.articleId) ?? article.snapshotHash, now)
}

function revised(feed: Feed, article: ReadArticle): ArticleRevised {
  const { articleId, snapshotHash } = article
  return { articleId, feedId: feed.id, snapshotHash, titleHash: titleHashOf(article) }
}
