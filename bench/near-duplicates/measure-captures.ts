import { captureEntry, captureTogether } from '@muster/articles'
import { addFeed, type Feed } from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import { composeNews } from '@muster/testing/compose-news'

const NOW = new Date('2024-11-04T12:00:00Z')
const TIMES = 100
const AT_ONCE = 8
/** Entries of a document, as many as the poller captures together. */
const TOGETHER = 25

/**
 * What captures of new reports cost among so many, in ms and captures a second. Texts of under 30 shingles are
 * captured without a look-up.
 */
export async function measureCaptures(pool: Pool, size: number): Promise<string[]> {
  const { feed } = await addFeed(pool, { url: 'https://bench.example/captures', outlet: 'Bench' }, NOW)
  const short = (n: number) => `Text ${n} of ${size} is short.`
  const long = (n: number) => composeNews(2 * size + n).join(' ')
  const without = await timesOf(TIMES, (n) => capture(pool, feed, `short ${size} ${n}`, short(n)))
  const withLookUp = await timesOf(TIMES, (n) => capture(pool, feed, `long ${size} ${n}`, long(n)))
  const rates = [
    await rateOf((n) => capture(pool, feed, `longs ${size} ${n}`, long(TIMES + n))),
    await rateOf((n) => capture(pool, feed, `shorts ${size} ${n}`, short(TIMES + n))),
    TOGETHER *
      (await rateOf((n) =>
        captureDocument(pool, feed, `document ${size} ${n}`, (at) => long(1_000 + TOGETHER * n + at)),
      )),
  ]
  const figures = [without[TIMES / 2], withLookUp[TIMES / 2], withLookUp[TIMES - 1], ...rates]
  return figures.map((figure = 0) => figure.toFixed(1))
}

const entryOf = (id: string, text: string) => ({
  ...{ id, link: null, title: null, text, publishedAt: NOW, outlet: null },
})

async function capture(pool: Pool, feed: Feed, id: string, text: string): Promise<void> {
  await captureEntry(pool, feed, entryOf(id, text), NOW)
}

async function captureDocument(
  pool: Pool,
  feed: Feed,
  id: string,
  textOf: (at: number) => string,
): Promise<void> {
  const entries = Array.from({ length: TOGETHER }, (_, at) => entryOf(`${id} ${at}`, textOf(at)))
  await captureTogether(pool, feed, entries, NOW)
}

type Work = (n: number) => Promise<void>

/** Milliseconds, the shortest first. */
async function timesOf(times: number, work: Work): Promise<number[]> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    await work(n)
    taken.push(performance.now() - began)
  }
  return taken.toSorted((a, b) => a - b)
}

async function rateOf(work: Work): Promise<number> {
  const began = performance.now()
  let next = 0
  const runner = async () => {
    while (next < TIMES) await work(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, runner))
  return (1000 * TIMES) / (performance.now() - began)
}
