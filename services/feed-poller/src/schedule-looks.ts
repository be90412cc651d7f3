import { findDueLooks } from '@muster/articles'
import type { Pool } from '@muster/postgres'
import { dueJobId, type Queues } from '@muster/queues'

const LIMIT = 500

/** How long an entry waits for its page before it is captured with the feed's text: news must not wait for a slow server. */
export const WAIT_MS = 10 * 60_000

/** Puts a job for every page that is due into the queue. A job lost with Redis is put there again. */
export async function scheduleLooks(pool: Pool, queues: Queues, now: Date): Promise<'rest'> {
  const overdue = new Date(now.getTime() - WAIT_MS)
  const due = await findDueLooks(pool, { now, overdue, limit: LIMIT })
  await queues.enqueue(
    'page-looks',
    due.map(({ articleId, dueAt }) => ({
      id: dueJobId('page', articleId, dueAt, now),
      data: { articleId, dueAt: dueAt.toISOString() },
    })),
  )
  return 'rest'
}
