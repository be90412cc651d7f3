import { type Extractor, extractArticle } from '@muster/claims'
import { extractClaims, extractorVersion } from '@muster/extraction'
import type { Pool } from '@muster/postgres'
import type { Jobs } from '@muster/queues'
import type { Logger } from '@muster/runtime'

const RULES: Extractor = { version: extractorVersion, extract: extractClaims }

/** Does one extraction job and logs what came of it. */
export async function extractJob(
  pool: Pool,
  logger: Logger,
  { articleId }: Jobs['extractions'],
): Promise<void> {
  const { kind, ...counts } = await extractArticle(pool, RULES, articleId, new Date())
  logger.info({ articleId, outcome: kind, ...counts }, 'article read')
}
