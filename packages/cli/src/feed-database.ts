import { type Feed, findFeeds } from '@muster/feeds'
import { connectDatabase, type Pool } from '@muster/postgres'
import { createLogger, parseEnvironment, serviceSettings } from '@muster/runtime'

const PAGE = 500

/** Works on the database at DATABASE_URL. */
export async function withFeedDatabase<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const { DATABASE_URL } = parseEnvironment({ DATABASE_URL: serviceSettings.DATABASE_URL }, process.env)
  const pool = await connectDatabase(DATABASE_URL, 'feeds', createLogger('feeds', 'silent'))
  return work(pool).finally(() => pool.end())
}

/** Every feed, in the order of their ids. */
export async function readAllFeeds(pool: Pool): Promise<Feed[]> {
  const feeds: Feed[] = []
  for (;;) {
    const page = await findFeeds(pool, feeds.at(-1)?.id ?? null, PAGE)
    feeds.push(...page)
    if (page.length < PAGE) return feeds
  }
}
