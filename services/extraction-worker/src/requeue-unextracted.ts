import { findArticlesToExtract, type UnreadArticle } from '@muster/articles'
import type { Pool } from '@muster/postgres'
import { extractionJobId, type Queues } from '@muster/queues'
import type { Logger } from '@muster/runtime'

/** Long enough for the job that the poller made to be done in the usual case. */
const PATIENCE_MS = 5_000
const HOUR_MS = 3_600_000

/**
 * Puts articles that nobody read into the queue again, page by page: their jobs went with Redis, or the poller
 * died before it made them. While the poller's job is there this does nothing; an article whose job failed gets
 * another each hour.
 */
export function createRequeuer(pool: Pool, queues: Queues, logger: Logger, pageSize = 5_000) {
  let position = 0
  return async (now: Date): Promise<'rest'> => {
    const articles = await findArticlesToExtract(
      pool,
      new Date(now.getTime() - PATIENCE_MS),
      position,
      pageSize,
    )
    await queues.enqueue(
      'extractions',
      articles.map((article) => ({ id: jobId(article, now), data: { articleId: article.id } })),
    )
    // After the last page the next run begins anew, with those that failed or were lost meanwhile.
    position = articles.length === pageSize ? (articles.at(-1)?.position ?? 0) : 0
    if (articles.length > 0) logger.info({ articles: articles.length }, 'unread articles queued')
    return 'rest'
  }
}

function jobId({ id, hash, capturedAt }: UnreadArticle, now: Date): string {
  const hours = Math.floor((now.getTime() - capturedAt.getTime()) / HOUR_MS)
  return hours === 0 ? extractionJobId(id, hash) : `${extractionJobId(id, hash)}-${hours}`
}
