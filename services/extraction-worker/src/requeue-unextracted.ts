import { findArticlesToExtract } from '@muster/articles'
import type { Pool } from '@muster/postgres'
import type { Queues } from '@muster/queues'
import type { Logger } from '@muster/runtime'

/** Long enough for the job that the poller made to be done in the usual case. */
const PATIENCE_MS = 5_000
const HOUR_MS = 3_600_000
const LIMIT = 500

/**
 * Puts articles that nobody read into the queue again: their jobs went with Redis, or the poller died before it
 * made them. The hour in the job's id gives an article whose job failed another chance an hour.
 */
export async function requeueUnextracted(
  pool: Pool,
  queues: Queues,
  logger: Logger,
  now: Date,
): Promise<'rest'> {
  const articles = await findArticlesToExtract(pool, new Date(now.getTime() - PATIENCE_MS), LIMIT)
  const hour = Math.floor(now.getTime() / HOUR_MS)
  await queues.enqueue(
    'extractions',
    articles.map(({ id, hash }) => ({
      id: `article-${id}-${hash.slice(0, 16)}-${hour}`,
      data: { articleId: id },
    })),
  )
  if (articles.length > 0) logger.warn({ articles: articles.length }, 'unread articles queued again')
  return 'rest'
}
