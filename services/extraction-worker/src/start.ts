import { headOfLog } from '@muster/event-store'
import { connectDatabase } from '@muster/postgres'
import { createQueues, watchHealth } from '@muster/queues'
import { type Logger, type RunningService, repeat } from '@muster/runtime'
import type { Config } from './config.ts'
import { createExtractor } from './create-extractor.ts'
import { extractJob } from './extract-job.ts'
import { createRequeuer } from './requeue-unextracted.ts'

const REQUEUE_EVERY_MS = 5_000

/** Reads captured articles for claims until it is stopped. */
export async function startExtractionWorker(config: Config, logger: Logger): Promise<RunningService> {
  const extractor = createExtractor(config, logger)
  const pool = await connectDatabase(config.DATABASE_URL, 'extraction-worker', logger)
  const { logId } = await headOfLog(pool)
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = config
  const queues = createQueues({ databaseUrl, redisUrl, logId }, logger)
  queues.work('extractions', config.EXTRACTION_CONCURRENCY, (job) => extractJob(pool, logger, extractor, job))
  const requeue = createRequeuer(pool, queues, logger)
  const reconciler = repeat('requeue unread articles', REQUEUE_EVERY_MS, logger, () => requeue(new Date()))
  const health = await watchHealth(config, pool, queues)
  return {
    async stop() {
      await health?.close()
      await Promise.all([reconciler.stop(), queues.finish()])
      await queues.close()
      await pool.end()
    },
  }
}
