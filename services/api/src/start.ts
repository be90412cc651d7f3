import { headOfLog } from '@muster/event-store'
import { connectDatabase } from '@muster/postgres'
import { createQueues } from '@muster/queues'
import { inTime, type Logger, type RunningService } from '@muster/runtime'
import type { Config } from './config.ts'
import { createServer } from './create-server.ts'

const PATIENCE_MS = 3_000

/** Serves the API, its reference page and the job board until it is stopped. */
export async function startApi(config: Config, logger: Logger): Promise<RunningService> {
  const pool = await connectDatabase(config.DATABASE_URL, 'api', logger)
  const { logId } = await headOfLog(pool)
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = config
  const queues = createQueues({ databaseUrl, redisUrl, logId }, logger)
  const server = await createServer({ pool, queues }, logger)
  await server.listen({ host: config.HOST, port: config.PORT })
  return {
    async stop() {
      // A request that asks a lost Redis would keep it open for ever.
      await inTime(PATIENCE_MS, server.close()).catch((error: unknown) =>
        logger.warn({ err: error }, 'open requests let go'),
      )
      await queues.close()
      await pool.end()
    },
  }
}
