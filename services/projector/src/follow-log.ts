import { raiseAlerts } from '@muster/alerts'
import { runProjection } from '@muster/event-store'
import type { Pool } from '@muster/postgres'
import { dueJobId, type Queues } from '@muster/queues'
import type { Logger } from '@muster/runtime'
import { projection } from './projection.ts'

/** Takes the projection a batch further, then raises the alerts that its deltas call for. */
export async function followLog(pool: Pool, queues: Queues, logger: Logger): Promise<'again' | 'rest'> {
  const { events, position } = await runProjection(pool, projection, logger)
  const { deliveries, more } = await raiseAlerts(pool, projection.name, new Date())
  if (events > 0) logger.info({ events, position, alerts: deliveries.length }, 'log followed')
  const now = new Date()
  await queues.enqueue(
    'deliveries',
    deliveries.map(({ id, nextAttemptAt }) => ({
      id: dueJobId('delivery', id, nextAttemptAt, now),
      data: { deliveryId: id, dueAt: nextAttemptAt.toISOString() },
    })),
  )
  return events > 0 || more ? 'again' : 'rest'
}
