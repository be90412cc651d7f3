import { ensureFeed } from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import type { Cleanup } from './cleanup.ts'
import type { PortBook } from './port-book.ts'
import type { Reporter } from './reporter.ts'
import { startSampleFeed } from './sample-feed.ts'

export type Samples = { feedId: string; feedUrl: string; expected: number }

/** Serves the sample articles where they were served before, and has the poller read them. */
export async function openSamples(
  pool: Pool,
  ports: PortBook,
  reporter: Reporter,
  cleanup: Cleanup,
): Promise<Samples> {
  const feed = await startSampleFeed({ port: ports.find('samples') ?? 0 })
  cleanup.add(feed.stop)
  await ports.keep('samples', feed.port)
  const feedId = deterministicId('feed', 'muster-samples')
  await ensureFeed(
    pool,
    { id: feedId, url: feed.url, outlet: 'Muster samples', title: 'Muster samples' },
    new Date(),
  )
  reporter.done(`sample feed at ${feed.url} (${feed.articles} articles)`)
  return { feedId, feedUrl: feed.url, expected: feed.articles }
}
