import { append } from '@muster/event-store'
import type { Feed } from '@muster/feeds'
import { type Pool, type Transaction, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { articleIdOf, type CapturableEntry, type CaptureResult } from './capture-within.ts'
import { capturedEvent, publishedAtOf, type ReadArticle, textsOf } from './captured-event.ts'
import { findReports } from './copies/find-report.ts'
import { hashOfText } from './hash-of-text.ts'
import { articleStream } from './latest-capture.ts'
import { pageOf } from './looks/page-of.ts'
import { watchPresence } from './looks/watch-presence.ts'
import { saveEntries, saveSnapshots } from './store.ts'
import { isRace } from './without-races.ts'

/**
 * Captures entries that their feed has not carried before in one transaction, as captureEntry does each alone, for a
 * fraction of the cost. Answers with what those came to that it took: those that wait for their page or have no text it
 * leaves, and all where an article turns out to be known, from another feed or by another process.
 */
export async function captureTogether(
  pool: Pool,
  feed: Feed,
  entries: CapturableEntry[],
  now: Date,
): Promise<Map<string, CaptureResult>> {
  const plain = entries.filter((entry) => entry.text && !(entry.isSummary && pageOf(feed, entry)))
  const articles = [...new Map(plain.map((entry) => [entry.id, toArticle(feed, entry)])).values()]
  if (articles.length === 0) return new Map()
  try {
    await withTransaction(pool, (tx) => write(tx, feed, articles, now))
  } catch (error) {
    if (isRace(error)) return new Map()
    throw error
  }
  return new Map(
    articles.map(({ id, articleId, snapshotHash }) => [id, { kind: 'captured', articleId, snapshotHash }]),
  )
}

function toArticle(feed: Feed, entry: CapturableEntry): ReadArticle {
  return { ...entry, articleId: articleIdOf(feed, entry), snapshotHash: hashOfText(entry.text), page: null }
}

async function write(tx: Transaction, feed: Feed, articles: ReadArticle[], now: Date): Promise<void> {
  await saveEntries(tx, feed.id, articles)
  await saveSnapshots(tx, new Map(articles.flatMap(textsOf)))
  for (const article of articles) await watchPresence(tx, feed, article, article.articleId, now)
  const published = articles.map((each) => ({ ...each, publishedAt: publishedAtOf(each, now) }))
  const reports = await findReports(tx, published, now)
  const parts = articles.map((article) => ({
    stream: articleStream(article.articleId),
    expected: 'none' as const,
    events: [capturedEvent(feed, article, reports.get(article.articleId) ?? article.snapshotHash, now)],
  }))
  const names = articles.flatMap(({ articleId, snapshotHash }) => [articleId, snapshotHash])
  await append(tx, deterministicId('append', 'captures', ...names), parts)
}
