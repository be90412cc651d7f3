import { type Feed, findFeeds } from '@muster/feeds'
import { connectDatabase, type Pool } from '@muster/postgres'
import { createLogger, parseEnvironment, serviceSettings } from '@muster/runtime'
import { feedTable } from './feed-table.ts'

const PAGE = 500

/** The command `feeds list`: every feed and how its last poll went. */
export async function listFeeds(options: { trouble?: boolean; json?: boolean }): Promise<void> {
  const { DATABASE_URL } = parseEnvironment({ DATABASE_URL: serviceSettings.DATABASE_URL }, process.env)
  const pool = await connectDatabase(DATABASE_URL, 'feeds', createLogger('feeds', 'silent'))
  const all = await readAll(pool).finally(() => pool.end())
  const feeds = options.trouble ? all.filter(({ trouble }) => trouble !== null) : all
  process.stdout.write(options.json ? `${JSON.stringify(feeds, null, 2)}\n` : `${feedTable(feeds)}\n`)
}

async function readAll(pool: Pool): Promise<Feed[]> {
  const feeds: Feed[] = []
  for (;;) {
    const page = await findFeeds(pool, feeds.at(-1)?.id ?? null, PAGE)
    feeds.push(...page)
    if (page.length < PAGE) return feeds
  }
}
