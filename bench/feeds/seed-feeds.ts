import { randomUUID } from 'node:crypto'
import { hashOfText } from '@muster/articles'
import { type CopyValue, copyRows, type Pool, withTransaction } from '@muster/postgres'
import { ITEMS, itemIdOf, itemTextOf, momentsOf } from './compose-feed.ts'
import { addressOf } from './web-like.ts'

const AT_ONCE = 1_000
const DAY_MS = 24 * 3600 * 1000

/** Feeds that have been read for a long time: their items are known, and so are their rhythm and their validators. */
export async function seedFeeds(pool: Pool, count: number, port: number): Promise<void> {
  const now = Date.now()
  for (let first = 0; first < count; first += AT_ONCE) {
    const feeds = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => ({
      id: randomUUID(),
      feed: first + index,
    }))
    await withTransaction(pool, async (tx) => {
      await copyRows(
        tx,
        'feeds (id, url, outlet, domain, etag, next_poll_at, created_at, poll_state)',
        feeds.map(({ id, feed }) => rowOf(id, addressOf(feed, port), now)),
      )
      await copyRows(
        tx,
        'entries (feed_id, entry_id, article_id, content_hash)',
        feeds.flatMap(({ id, feed }) => entriesOf(id, feed)),
      )
    })
  }
  await pool.query(`insert into feed_domains (domain, free_at, result_at, reached)
                    select domain, now(), now(), true from feeds`)
  await pool.query('vacuum analyze')
}

function rowOf(id: string, url: string, now: number): CopyValue[] {
  const state = { fullAt: now, moments: momentsOf(now), newsAt: now }
  const { host } = new URL(url)
  const notYet = new Date(now + DAY_MS)
  return [id, url, 'Bench', host, '"0"', notYet, new Date(now - 30 * DAY_MS), JSON.stringify(state)]
}

function entriesOf(id: string, feed: number): CopyValue[][] {
  return Array.from({ length: ITEMS }, (_, n) => [
    ...[id, itemIdOf(feed, n), randomUUID()],
    hashOfText(itemTextOf(feed, n)),
  ])
}
