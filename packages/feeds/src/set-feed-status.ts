import { append } from '@muster/event-store'
import { type Pool, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { feedPaused, feedResumed } from './events.ts'
import type { Feed } from './feed.ts'
import { findFeed, updateFeedStatus } from './store.ts'

const EVENT_TYPES = { active: feedResumed, paused: feedPaused }

/** Pauses or resumes a feed; a resumed one is due at once. Null when there is no such feed. */
export async function setFeedStatus(
  pool: Pool,
  id: string,
  status: 'active' | 'paused',
  now: Date,
): Promise<Feed | null> {
  return withTransaction(pool, async (tx) => {
    const isChanged = await updateFeedStatus(tx, id, status, now)
    const feed = await findFeed(tx, id)
    if (isChanged) {
      const event = { type: EVENT_TYPES[status], data: { feedId: id }, occurredAt: now }
      await append(tx, deterministicId('append', 'feed-status', id, status, now.toISOString()), [
        { stream: `feed-${id}`, expected: 'any', events: [event] },
      ])
    }
    return feed
  })
}
