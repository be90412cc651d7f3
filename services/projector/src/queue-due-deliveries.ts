import { findDueDeliveries } from '@muster/alerts'
import type { Pool } from '@muster/postgres'
import { dueJobId, type Queues } from '@muster/queues'

const LIMIT = 500

/** Puts a job for every delivery that is due into the queue: retries, and what was lost with Redis. */
export async function queueDueDeliveries(pool: Pool, queues: Queues, now: Date): Promise<'rest'> {
  const due = await findDueDeliveries(pool, now, LIMIT)
  await queues.enqueue(
    'deliveries',
    due.map(({ id, nextAttemptAt }) => ({
      id: dueJobId('delivery', id, nextAttemptAt, now),
      data: { deliveryId: id, dueAt: nextAttemptAt.toISOString() },
    })),
  )
  return 'rest'
}
