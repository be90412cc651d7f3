import { parseArgs } from 'node:util'
import { createEstimatesProjection, rebuildEstimates } from '@muster/deltas'
import { append, ensureEventPartitions, runProjection } from '@muster/event-store'
import type { Pool } from '@muster/postgres'
import { createLogger, deterministicId } from '@muster/runtime'
import { openScratchDatabase } from './event-store/open-scratch-database.ts'
import { printTable } from './print-table.ts'
import { claimEventsOf, composeArticle } from './projections/compose-log.ts'

const APPEND_ARTICLES = 100
const LIVE_ARTICLES = 200
const logger = createLogger('bench', 'warn')

/**
 * Measures how fast estimates and deltas are made of a log of `--claims` claim events in which each actor is spoken of
 * by `--origins` origins (a delta names all that are behind it, twice), in claim events a second: by
 * the running projection, which takes up to 500 events a batch, by a rebuild beside it with its indexes and its
 * switch, and how long the projection takes for one article more.
 */
export async function benchProjections(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { claims: { type: 'string', default: '250000' }, origins: { type: 'string', default: '8' } },
  })
  const database = await openScratchDatabase(['max_wal_size=4GB'])
  const { pool } = database
  const article = (n: number) => composeArticle(n, Number(values.origins))
  const { claims, articles } = await fillLog(pool, article, Number(values.claims))
  process.stderr.write(`${articles} articles with ${claims} claim events are in the log\n`)
  const projection = createEstimatesProjection()
  const running = await secondsOf(() => catchUp(pool, projection))
  const one = await medianOfLive(pool, projection, article, articles)
  const rebuilt = await secondsOf(async () => {
    const result = await rebuildEstimates(pool, logger, () => {})
    if (result.kind !== 'rebuilt' || result.different > 0) throw new Error(JSON.stringify(result))
  })
  const rate = (seconds: number) => Math.round(claims / seconds).toLocaleString('en')
  printTable(
    `a log of ${claims.toLocaleString('en')} claim events`,
    ['', 'claim events/s', 's'],
    [
      ['running, 500 events a batch', rate(running), running.toFixed(1)],
      ['rebuild, with indexes and switch', rate(rebuilt), rebuilt.toFixed(1)],
    ],
  )
  process.stdout.write(`one article more: ${one.toFixed(1)} ms, the median of ${LIVE_ARTICLES}\n`)
  await database.close()
}

type Compose = (n: number) => ReturnType<typeof composeArticle>

async function fillLog(
  pool: Pool,
  article: Compose,
  wanted: number,
): Promise<{ claims: number; articles: number }> {
  let claims = 0
  let articles = 0
  while (claims < wanted) {
    const numbers = Array.from({ length: APPEND_ARTICLES }, (_, index) => articles + index)
    await append(pool, deterministicId('bench-append', articles), numbers.map(article))
    claims += numbers.reduce((sum, n) => sum + claimEventsOf(n), 0)
    articles += APPEND_ARTICLES
  }
  await ensureEventPartitions(pool)
  await pool.query('vacuum analyze')
  return { claims, articles }
}

type Projection = ReturnType<typeof createEstimatesProjection>

async function catchUp(pool: Pool, projection: Projection): Promise<void> {
  while ((await runProjection(pool, projection, logger)).events > 0);
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** From the log to the estimates, an article at a time, in ms. */
async function medianOfLive(
  pool: Pool,
  projection: Projection,
  article: Compose,
  from: number,
): Promise<number> {
  const times: number[] = []
  for (let n = from; n < from + LIVE_ARTICLES; n++) {
    await append(pool, deterministicId('bench-append', 'live', n), [article(n)])
    times.push(1000 * (await secondsOf(() => runProjection(pool, projection, logger))))
  }
  return times.toSorted((a, b) => a - b)[LIVE_ARTICLES / 2] ?? 0
}
