import { parseFeed } from '@muster/feeds'
import RssParser from 'rss-parser'
import { composeFeed } from './compose-feed.ts'

const BODIES = 200
const ROUNDS = 3

/** Milliseconds of CPU a body of the same feeds, in turns: plain rss-parser, and parseFeed as the poller calls it. */
export async function measureParsers(): Promise<{ plain: number; ours: number }> {
  const plain = new RssParser()
  const now = Date.now()
  const bodies = Array.from({ length: BODIES }, (_, feed) => composeFeed(feed, 1, now))
  const spent = { plain: 0, ours: 0 }
  for (let round = 0; round <= ROUNDS; round++) {
    const first = await cpuOf(() => each(bodies, (xml) => plain.parseString(xml)))
    const second = await cpuOf(() =>
      each(bodies, (xml) =>
        parseFeed(Buffer.from(xml), 'application/rss+xml', 'http://bench.example/', new Date(now), {
          bodies: false,
        }),
      ),
    )
    // The first round warms up.
    if (round === 0) continue
    spent.plain += first / ROUNDS / BODIES
    spent.ours += second / ROUNDS / BODIES
  }
  return spent
}

async function each<T>(list: T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (const item of list) await work(item)
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
