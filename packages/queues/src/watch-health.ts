import type { Pool } from '@muster/postgres'
import { type HealthAlarms, type HealthServer, startHealthServer } from '@muster/runtime'
import type { Queues } from './create-queues.ts'

/** Answers GET /health for a service that lives on the database and the queues, where a port is configured. */
export async function watchHealth(
  config: { HEALTH_HOST: string; HEALTH_PORT?: number | undefined },
  pool: Pool,
  queues: Queues,
  alarms: HealthAlarms = {},
): Promise<HealthServer | null> {
  if (config.HEALTH_PORT === undefined) return null
  const checks = {
    database: () => pool.query('select position from event_log'),
    queues: () => queues.ping(),
  }
  return startHealthServer(config.HEALTH_HOST, config.HEALTH_PORT, checks, alarms)
}
