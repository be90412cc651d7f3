import { type Extractor, extractArticle } from '@muster/claims'
import type { Pool } from '@muster/postgres'
import type { Jobs } from '@muster/queues'
import type { Logger } from '@muster/runtime'

/** Does one extraction job and logs what came of it. */
export async function extractJob(
  pool: Pool,
  logger: Logger,
  extractor: Extractor,
  { articleId }: Jobs['extractions'],
): Promise<void> {
  const { kind, ...counts } = await extractArticle(pool, extractor, articleId, new Date())
  logger.info({ articleId, outcome: kind, ...counts }, 'article read')
}
