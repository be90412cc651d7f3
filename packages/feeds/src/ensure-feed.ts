import { type Pool, withTransaction } from '@muster/postgres'
import { addFeed, type NewFeed } from './add-feed.ts'
import { moveFeed } from './move-feed.ts'
import { findFeed } from './store.ts'

/** Makes sure that a feed of a fixed id is there under this address: adds it, moves it, or leaves it. */
export async function ensureFeed(pool: Pool, feed: NewFeed & { id: string }, now: Date): Promise<void> {
  const known = await findFeed(pool, feed.id)
  if (!known) await addFeed(pool, feed, now)
  else if (known.url !== feed.url) await withTransaction(pool, (tx) => moveFeed(tx, feed.id, feed.url, now))
}
