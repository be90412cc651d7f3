import { readAllFeeds, withFeedDatabase } from './feed-database.ts'
import { feedTable } from './feed-table.ts'
import { writeOpml } from './write-opml.ts'

/** The command `feeds list`: every feed and how its last poll went. */
export async function listFeeds(options: { trouble?: boolean; json?: boolean }): Promise<void> {
  const all = await withFeedDatabase(readAllFeeds)
  const feeds = options.trouble ? all.filter(({ trouble }) => trouble !== null) : all
  process.stdout.write(options.json ? `${JSON.stringify(feeds, null, 2)}\n` : `${feedTable(feeds)}\n`)
}

/** The command `feeds export`: every feed as OPML, or as JSON in the same words, under the name of its outlet. */
export async function exportFeeds(options: { json?: boolean }): Promise<void> {
  const all = await withFeedDatabase(readAllFeeds)
  const feeds = all.map(({ url, outlet }) => ({ url, title: outlet }))
  process.stdout.write(
    options.json ? `${JSON.stringify(feeds, null, 2)}\n` : `${writeOpml(feeds, new Date())}\n`,
  )
}
