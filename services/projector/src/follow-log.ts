import { raiseAlerts } from '@muster/alerts'
import { type Projection, runProjection } from '@muster/event-store'
import type { Pool } from '@muster/postgres'
import type { Queues } from '@muster/queues'
import type { Logger } from '@muster/runtime'
import { queueDeliveries } from './queue-deliveries.ts'

/**
 * Takes the projection a batch further, then raises the alerts that its deltas call for. Their jobs are not waited
 * for: a lost Redis would hold up the log, and what is due is queued again anyway.
 */
export async function followLog(
  pool: Pool,
  projection: Projection,
  queues: Queues,
  logger: Logger,
): Promise<'again' | 'rest'> {
  const { events, position } = await runProjection(pool, projection, logger)
  const { deliveries, more } = await raiseAlerts(pool, logger, new Date())
  if (events > 0) logger.info({ events, position, alerts: deliveries.length }, 'log followed')
  void queueDeliveries(queues, deliveries, new Date()).catch((error: unknown) =>
    logger.warn({ err: error, deliveries: deliveries.length }, 'deliveries not queued yet'),
  )
  return events > 0 || more ? 'again' : 'rest'
}
