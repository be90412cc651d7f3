import { reactorName } from '@muster/alerts'
import { createEstimatesProjection, projectionName } from '@muster/deltas'
import {
  countParkedEvents,
  countPartitionsAhead,
  createReadAhead,
  ensureEventPartitions,
  headOfLog,
  parkedAlarm,
  partitionsAlarm,
  watchLog,
} from '@muster/event-store'
import { advisoryLocks, connectDatabase, createLeadership, type Pool } from '@muster/postgres'
import { createQueues, watchHealth } from '@muster/queues'
import {
  createHttpClient,
  createNetworkAllowance,
  type Logger,
  type RunningService,
  repeat,
} from '@muster/runtime'
import type { Config } from './config.ts'
import { deliver } from './deliver.ts'
import { followLog } from './follow-log.ts'
import { queueDueDeliveries } from './queue-due-deliveries.ts'

const LIMITS = { timeoutMs: 15_000, maxBodyBytes: 64 * 1024, userAgent: 'Muster/0.1 (webhooks)' }
const QUEUE_DUE_EVERY_MS = 1_000
const PARTITIONS_EVERY_MS = 60_000
const DELIVERY_CONCURRENCY = 10

/** Keeps estimates and deltas up with the log, raises alerts and delivers them until it is stopped. */
export async function startProjector(config: Config, logger: Logger): Promise<RunningService> {
  const pool = await connectDatabase(config.DATABASE_URL, 'projector', logger)
  const { logId } = await headOfLog(pool)
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = config
  const queues = createQueues({ databaseUrl, redisUrl, logId }, logger)
  const http = createHttpClient(createNetworkAllowance(config.OUTBOUND_ALLOW), LIMITS)
  const pauses = config.DELIVERY_PAUSES.split(',').map(Number)
  queues.work('deliveries', DELIVERY_CONCURRENCY, (job) => deliver({ pool, http, logger, pauses }, job))
  const log = watchLog(config.DATABASE_URL, 'projector', logger)
  const lead = createLeadership({
    databaseUrl: config.DATABASE_URL,
    name: 'projector',
    lock: advisoryLocks.projector,
    logger,
  })
  const projection = { ...createEstimatesProjection(), read: createReadAhead(pool) }
  const loops = [
    repeat('follow the log', log.follow(), logger, async () =>
      (await lead.holds()) ? followLog(pool, projection, queues, logger) : 'rest',
    ),
    repeat('queue due deliveries', QUEUE_DUE_EVERY_MS, logger, () =>
      queueDueDeliveries(pool, queues, new Date()),
    ),
    repeat('make partitions ahead', PARTITIONS_EVERY_MS, logger, async () => {
      await ensureEventPartitions(pool)
      return 'rest'
    }),
  ]
  const health = await watchHealth(config, pool, queues, {
    [projectionName]: () => alarmOf(pool, projectionName),
    [reactorName]: () => alarmOf(pool, reactorName),
    partitions: async () => partitionsAlarm(await countPartitionsAhead(pool)),
  })
  return {
    async stop() {
      await health?.close()
      await Promise.all([...loops.map((loop) => loop.stop()), queues.finish(), log.stop()])
      await lead.stop()
      await queues.close()
      // Before the requests end: a delivery that is let go must not be written down as a failed attempt.
      await pool.end()
      await http.close()
    },
  }
}

const alarmOf = async (pool: Pool, reader: string): Promise<string | null> =>
  parkedAlarm(reader, await countParkedEvents(pool, reader))
