import { append } from '@muster/event-store'
import { type Pool, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { feedFullTextSet } from './events.ts'
import type { Feed } from './feed.ts'
import { findFeed, updateFullText } from './store.ts'

/**
 * Allows or forbids to ask for the pages of a feed's articles; articles that are known
 * keep their texts. Null when there is no such feed.
 */
export async function setFeedFullText(
  pool: Pool,
  id: string,
  fullText: boolean,
  now: Date,
): Promise<Feed | null> {
  return withTransaction(pool, async (tx) => {
    const isChanged = await updateFullText(tx, id, fullText)
    if (isChanged) {
      const event = { type: feedFullTextSet, data: { feedId: id, fullText }, occurredAt: now }
      await append(tx, deterministicId('append', 'full-text', id, String(fullText), now.toISOString()), [
        { stream: `feed-${id}`, expected: 'any', events: [event] },
      ])
    }
    return findFeed(tx, id)
  })
}
