import { attemptDelivery } from '@muster/alerts'
import type { Pool } from '@muster/postgres'
import type { Jobs } from '@muster/queues'
import type { HttpClient, Logger } from '@muster/runtime'

type Dependencies = { pool: Pool; http: HttpClient; logger: Logger; pauses: number[] }

/** Does one delivery job: a single attempt. The next one is on the schedule in the database. */
export async function deliver(
  { pool, http, logger, pauses }: Dependencies,
  job: Jobs['deliveries'],
): Promise<void> {
  const { deliveryId } = job
  const result = await attemptDelivery(pool, http, deliveryId, new Date(job.dueAt), pauses)
  switch (result.kind) {
    case 'not-due':
      return
    case 'delivered':
      return logger.info({ deliveryId, attempts: result.attempts }, 'alert delivered')
    case 'failed':
      return logger.warn({ deliveryId, ...result }, 'delivery attempt failed')
    case 'dead':
      return logger.error({ deliveryId, ...result }, 'delivery given up')
    default:
      return result satisfies never
  }
}
