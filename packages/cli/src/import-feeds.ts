import { readFileSync } from 'node:fs'
import { addFeed } from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import { withFeedDatabase } from './feed-database.ts'
import { type FeedList, NotOpmlError, readOpml } from './read-opml.ts'

/** What became of the entries of an OPML file. */
export type ImportReport = {
  added: string[]
  /** Listed twice, or polled already. */
  known: number
  bad: FeedList['bad']
}

/** The command `feeds import`: adds the feeds of an OPML file, or of standard input for `-`. */
export async function importFeeds(
  file: string,
  options: { json?: boolean; fullText?: boolean },
): Promise<void> {
  const list = readOpml(contentOf(file))
  const report = await withFeedDatabase((pool) => addAll(pool, list, options, new Date()))
  if (report.bad.length > 0) process.exitCode = 1
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : linesOf(report))
}

function contentOf(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    throw new NotOpmlError(`no OPML: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

/** Adds the feeds of a list; who publishes them is whatever the list calls them. */
export async function addAll(
  pool: Pool,
  list: FeedList,
  { fullText = false }: { fullText?: boolean },
  now: Date,
): Promise<ImportReport> {
  const report: ImportReport = { added: [], known: list.repeated, bad: [...list.bad] }
  for (const { url, title } of list.feeds) {
    const { added } = await addFeed(pool, { url, outlet: title, title, fullText }, now)
    if (added) report.added.push(url)
    else report.known++
  }
  return report
}

function linesOf({ added, known, bad }: ImportReport): string {
  const lines = bad.map(({ entry, reason }) => `${entry}: ${reason}, left out`)
  return [...lines, `${added.length} added, ${known} there already, ${bad.length} left out`, ''].join('\n')
}
