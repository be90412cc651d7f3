import { headOfLog } from '@muster/event-store'
import { createFeedClient, createFeedParser } from '@muster/feeds'
import { connectDatabase } from '@muster/postgres'
import { createQueues, watchHealth } from '@muster/queues'
import type { Logger, RunningService } from '@muster/runtime'
import type { Config } from './config.ts'
import { lookAtPage } from './look-at-page.ts'
import { openPages } from './open-pages.ts'
import { pollFeed } from './poll-feed.ts'
import { startTasks } from './start-tasks.ts'
import { troubledFeeds } from './troubled-feeds.ts'
import { untoldTroubles } from './untold-troubles.ts'

/** Polls due feeds and captures their new articles until it is stopped. */
export async function startFeedPoller(config: Config, logger: Logger): Promise<RunningService> {
  const pool = await connectDatabase(config.DATABASE_URL, 'feed-poller', logger)
  const { logId } = await headOfLog(pool)
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = config
  const queues = createQueues({ databaseUrl, redisUrl, logId }, logger)
  const http = createFeedClient(config)
  // Articles are made of the text alone.
  const parser = createFeedParser({ bodies: false })
  const clock = () => new Date()
  const pages = openPages(config, clock)
  const { POLL_INTERVAL_FLOOR: floorSeconds, POLL_SPACING_MS: spacingMs } = config
  const policy = { floorSeconds, spacingMs, usesHubs: config.PUBLIC_URL !== undefined }
  queues.work('feed-polls', config.POLL_CONCURRENCY, (job) =>
    pollFeed({ pool, queues, http, parser, logger, clock, policy }, job),
  )
  queues.work('page-looks', config.POLL_CONCURRENCY, (job) =>
    lookAtPage({ pool, queues, pages, logger, clock, policy }, job),
  )
  const tasks = startTasks(config, { pool, queues, http, logger, clock })
  const health = await watchHealth(config, pool, queues, {
    feeds: () => troubledFeeds(pool),
    operator: () => untoldTroubles(pool, clock()),
  })
  return {
    async stop() {
      await health?.close()
      await Promise.all([...tasks.map((task) => task.stop()), queues.finish()])
      await queues.close()
      // Before the requests end: a poll that is let go must not be written down as a failure of the feed.
      await pool.end()
      await Promise.all([http.close(), parser.stop(), pages.close()])
    },
  }
}
