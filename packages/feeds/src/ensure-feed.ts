import { append } from '@muster/event-store'
import { type Pool, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { addFeed, type NewFeed } from './add-feed.ts'
import { feedMoved } from './events.ts'
import { findFeed, updateFeedUrl } from './store.ts'

/** Makes sure that a feed of a fixed id is there under this address: adds it, moves it, or leaves it. */
export async function ensureFeed(pool: Pool, feed: NewFeed & { id: string }, now: Date): Promise<void> {
  const known = await findFeed(pool, feed.id)
  if (!known) await addFeed(pool, feed, now)
  else if (known.url !== feed.url) await moveFeed(pool, feed.id, feed.url, now)
}

async function moveFeed(pool: Pool, id: string, url: string, now: Date): Promise<void> {
  await withTransaction(pool, async (tx) => {
    await updateFeedUrl(tx, id, url, now)
    await append(tx, deterministicId('append', 'feed-moved', id, url, now.toISOString()), [
      {
        stream: `feed-${id}`,
        expected: 'any',
        events: [{ type: feedMoved, data: { feedId: id, url }, occurredAt: now }],
      },
    ])
  })
}
