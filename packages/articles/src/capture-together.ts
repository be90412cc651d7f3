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
 * fraction of the cost. Answers with what those came to that it took: those that wait for their page, have no text or are
 * listed a second time it leaves, and all where an article turns out to be known, from another feed or by another process.
 */
export async function captureTogether<Entry extends CapturableEntry>(
  pool: Pool,
  feed: Feed,
  entries: Entry[],
  now: Date,
): Promise<Map<Entry, CaptureResult>> {
  const plain = entries.filter((entry) => entry.text && !(entry.isSummary && pageOf(feed, entry)))
  // Where one is listed twice the first is the one whose date counts, as when each is captured alone.
  const first = new Map(plain.toReversed().map((entry) => [entry.id, entry]))
  const taken = plain.filter((entry) => first.get(entry.id) === entry)
  const articles = taken.map((entry) => toArticle(feed, entry))
  if (articles.length === 0 || !(await isWritten(pool, feed, articles, now))) return new Map()
  return new Map(articles.map((article, at) => [taken[at] as Entry, resultOf(article)]))
}

const resultOf = ({ articleId, snapshotHash }: ReadArticle): CaptureResult => ({
  kind: 'captured',
  articleId,
  snapshotHash,
})

function toArticle(feed: Feed, entry: CapturableEntry): ReadArticle {
  return { ...entry, articleId: articleIdOf(feed, entry), snapshotHash: hashOfText(entry.text), page: null }
}

/** False where another process was first, with these or with one of them. */
async function isWritten(pool: Pool, feed: Feed, articles: ReadArticle[], now: Date): Promise<boolean> {
  try {
    return await withTransaction(pool, (tx) => write(tx, feed, articles, now))
  } catch (error) {
    if (isRace(error)) return false
    throw error
  }
}

async function write(tx: Transaction, feed: Feed, articles: ReadArticle[], now: Date): Promise<boolean> {
  await saveEntries(tx, feed.id, articles)
  await saveSnapshots(tx, new Map(articles.flatMap(textsOf)))
  const published = articles.map((each) => ({ ...each, publishedAt: publishedAtOf(each, now) }))
  const reports = await findReports(tx, published, now)
  const parts = articles.map((article) => ({
    stream: articleStream(article.articleId),
    expected: 'none' as const,
    events: [capturedEvent(feed, article, reports.get(article.articleId) ?? article.snapshotHash, now)],
  }))
  const names = articles.flatMap(({ articleId, snapshotHash }) => [articleId, snapshotHash])
  const { duplicate } = await append(tx, deterministicId('append', 'captures', ...names), parts)
  // After the append, as captureEntry does: in another order two feeds with the same articles could wait for each other.
  for (const article of articles) await watchPresence(tx, feed, article, article.articleId, now)
  return !duplicate
}
