import { createFeedParser } from '@muster/feeds'
import { connectDatabase } from '@muster/postgres'
import { createQueues, watchHealth } from '@muster/queues'
import {
  createHttpClient,
  createNetworkAllowance,
  type Logger,
  type RunningService,
  repeat,
} from '@muster/runtime'
import type { Config } from './config.ts'
import { pollFeed } from './poll-feed.ts'
import { schedulePolls } from './schedule-polls.ts'

const LIMITS = { timeoutMs: 20_000, maxBodyBytes: 10 * 1024 * 1024, userAgent: 'Muster/0.1 (feed reader)' }
const SCHEDULE_EVERY_MS = 1_000

/** Polls due feeds and captures their new articles until it is stopped. */
export async function startFeedPoller(config: Config, logger: Logger): Promise<RunningService> {
  const pool = await connectDatabase(config.DATABASE_URL, 'feed-poller', logger)
  const queues = createQueues({ databaseUrl: config.DATABASE_URL, redisUrl: config.REDIS_URL }, logger)
  const http = createHttpClient(createNetworkAllowance(config.OUTBOUND_ALLOW), LIMITS)
  const parser = createFeedParser()
  queues.work('feed-polls', config.POLL_CONCURRENCY, (job) =>
    pollFeed({ pool, queues, http, parser, logger }, job),
  )
  const scheduler = repeat('schedule polls', SCHEDULE_EVERY_MS, logger, () =>
    schedulePolls(pool, queues, new Date()),
  )
  const health = await watchHealth(config, pool, queues)
  return {
    async stop() {
      await health?.close()
      await Promise.all([scheduler.stop(), queues.finish()])
      await queues.close()
      // Before the requests end: a poll that is let go must not be written down as a failure of the feed.
      await pool.end()
      await Promise.all([http.close(), parser.stop()])
    },
  }
}
