import { findDueFeeds } from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import { dueJobId, type Queues } from '@muster/queues'

const LIMIT = 500

/** Puts a job for every feed that is due into the queue. A job lost with Redis is put there again. */
export async function schedulePolls(pool: Pool, queues: Queues, now: Date): Promise<'rest'> {
  const due = await findDueFeeds(pool, now, LIMIT)
  await queues.enqueue(
    'feed-polls',
    due.map(({ id, nextPollAt }) => ({
      id: dueJobId('feed', id, nextPollAt, now),
      data: { feedId: id, dueAt: nextPollAt.toISOString() },
    })),
  )
  return 'rest'
}
