import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { createEstimatesProjection, rebuildEstimates } from '@muster/deltas'
import { append, createReadAhead, ensureEventPartitions, runProjection } from '@muster/event-store'
import type { Pool } from '@muster/postgres'
import { createLogger, deterministicId } from '@muster/runtime'
import { openScratchDatabase } from './event-store/open-scratch-database.ts'
import { printTable } from './print-table.ts'
import { claimEventsOf, composeArticle } from './projections/compose-log.ts'
import { measureWork, type Work } from './projections/measure-work.ts'

const APPEND_ARTICLES = 100
const LIVE_ARTICLES = 200
const logger = createLogger('bench', 'warn')

/**
 * Measures how fast estimates and deltas are made of a log of `--claims` claim events in which each actor is spoken of
 * by `--origins` origins (a delta names all that are behind it, twice), in claim events a second: by
 * the running projection, which takes up to 2,000 events a batch and reads ahead, by a rebuild beside it with its indexes and its
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
  const projection = { ...createEstimatesProjection(), read: createReadAhead(pool) }
  const running = await measureWork(pool, () => catchUp(pool, projection))
  const one = await medianOfLive(pool, projection, article, articles)
  const rebuilt = await measureWork(pool, async () => {
    const result = await rebuildEstimates(pool, logger, () => {})
    if (result.kind !== 'rebuilt' || result.different > 0) throw new Error(JSON.stringify(result))
  })
  printTable(
    `a log of ${claims.toLocaleString('en')} claim events; load of the machine ${loadavg()[0]?.toFixed(1)}`,
    ['', 'claim events/s', 's', 'CPU s in Node', 'in PostgreSQL'],
    [
      ['running, 2,000 events a batch', ...figuresOf(claims, running)],
      ['rebuild, with indexes and switch', ...figuresOf(claims, rebuilt)],
    ],
  )
  process.stdout.write(`one article more: ${one.toFixed(1)} ms, the median of ${LIVE_ARTICLES}\n`)
  await database.close()
}

function figuresOf(claims: number, { clock, node, postgres }: Work): string[] {
  const rate = Math.round(claims / clock).toLocaleString('en')
  return [rate, ...[clock, node, postgres].map((seconds) => seconds.toFixed(1))]
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
    const began = performance.now()
    await runProjection(pool, projection, logger)
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[LIVE_ARTICLES / 2] ?? 0
}
