import { eraseWords } from '@muster/alerts'
import { takeDownArticle } from '@muster/articles'
import { connectDatabase, withTransaction } from '@muster/postgres'
import { createLogger, parseEnvironment, serviceSettings } from '@muster/runtime'

/**
 * The command `takedown`: removes the texts and headlines of an article, and the words that alerts quoted from it.
 * The pages that held them are free to be written over after a vacuum; `vacuum (full, analyze) snapshots, articles,
 * alerts` gives them back at once. The write-ahead log has them until checkpoints let its segments go, and backups until
 * they are old.
 */
export async function takedown(articleId: string, { reason }: { reason: string }): Promise<void> {
  const { DATABASE_URL } = parseEnvironment({ DATABASE_URL: serviceSettings.DATABASE_URL }, process.env)
  const pool = await connectDatabase(DATABASE_URL, 'takedown', createLogger('takedown', 'silent'))
  try {
    const result = await withTransaction(pool, async (tx) => {
      const done = await takeDownArticle(tx, articleId, reason, new Date())
      await eraseWords(tx, articleId)
      return done
    })
    if (result.kind === 'no-article') process.exitCode = 1
    process.stdout.write(`${JSON.stringify(result)}\n`)
  } finally {
    await pool.end()
  }
}
