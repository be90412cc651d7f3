import { findDueDeliveries } from '@muster/alerts'
import type { Pool } from '@muster/postgres'
import type { Queues } from '@muster/queues'
import { queueDeliveries } from './queue-deliveries.ts'

const LIMIT = 500

/** Queues every delivery that is due: retries, and what was lost with Redis. */
export async function queueDueDeliveries(pool: Pool, queues: Queues, now: Date): Promise<'rest'> {
  await queueDeliveries(queues, await findDueDeliveries(pool, now, LIMIT), now)
  return 'rest'
}
