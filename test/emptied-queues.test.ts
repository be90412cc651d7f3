import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createSubscription, raiseAlerts } from '@muster/alerts'
import { captureEntry, hashOfText } from '@muster/articles'
import { createEstimatesProjection } from '@muster/deltas'
import { runProjection } from '@muster/event-store'
import { extractClaims, extractorVersion } from '@muster/extraction'
import { addFeed } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { createQueues, extractionJobId, type Queues, startPrivateRedis } from '@muster/queues'
import { createHttpClient, createNetworkAllowance } from '@muster/runtime'
import { eventually, freshDatabase, quiet, type Receiver, startReceiver } from '@muster/testing'
import { Redis } from 'ioredis'
import { afterEach, describe, expect, test } from 'vitest'
import { extractJob } from '../services/extraction-worker/src/extract-job.ts'
import { createRequeuer } from '../services/extraction-worker/src/requeue-unextracted.ts'
import { deliver } from '../services/projector/src/deliver.ts'
import { queueDeliveries } from '../services/projector/src/queue-deliveries.ts'
import { queueDueDeliveries } from '../services/projector/src/queue-due-deliveries.ts'

const RULES = { version: extractorVersion, extract: extractClaims }
const LIMITS = { timeoutMs: 15_000, maxBodyBytes: 1024, userAgent: 'test' }
const MINUTE_MS = 60_000

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Where queues live, and what loses all that is in them. */
type Home = { redisUrl: string | undefined; empty(pool: Pool): Promise<unknown> }

async function onRedis(): Promise<Home | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'muster-emptied-'))
  closing.push(() => rm(folder, { recursive: true, force: true }))
  const server = await startPrivateRedis({ folder })
  if (server.kind === 'not-found') return null
  closing.push(server.stop)
  const redis = new Redis(server.url)
  closing.push(async () => redis.disconnect())
  return { redisUrl: server.url, empty: () => redis.flushall() }
}

async function onPostgres(): Promise<Home> {
  return { redisUrl: undefined, empty: truncateJobs }
}

async function truncateJobs(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ tables: string }>(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables
      where schemaname = 'bullmq' and tablename not in ('migration', 'meta')`,
  )
  await pool.query(`truncate ${rows[0]?.tables} cascade`)
}

/** A stretch of work that stops in its middle until it is let go. */
function createGate() {
  let letGo = () => {}
  let reached = false
  const opened = new Promise<void>((resolve) => {
    letGo = resolve
  })
  return {
    isReached: async () => reached,
    open: () => letGo(),
    pass: () => {
      reached = true
      return opened
    },
  }
}

async function capture(pool: Pool, n: number): Promise<{ id: string; job: string }> {
  const at = new Date()
  const { feed } = await addFeed(pool, { url: `https://a.example/${n}`, outlet: `Outlet ${n}` }, at)
  const text = `Some ${n},000 North Korean soldiers are in Russia.`
  const entry = {
    id: `https://a.example/${n}/1`,
    link: null,
    title: null,
    text,
    publishedAt: at,
    outlet: null,
  }
  const captured = await captureEntry(pool, feed, entry, at)
  if (captured.kind === 'empty') throw new Error('an article needs a text')
  return { id: captured.articleId, job: extractionJobId(captured.articleId, hashOfText(text)) }
}

async function project(pool: Pool): Promise<void> {
  const projection = createEstimatesProjection()
  while ((await runProjection(pool, projection, quiet)).events > 0);
}

async function subscribe(pool: Pool, endpoint: string): Promise<void> {
  const owner = randomUUID()
  await pool.query(
    `insert into api_keys (id, name, prefix, key_hash, scopes) values ($1, 'k', 'k', '\\x00', '{subscribe}')`,
    [owner],
  )
  const wish = { name: 'n', endpoint, topic: '*.*.*', place: '*', statuses: [], kinds: [], smallestChange: 0 }
  await createSubscription(pool, { ...wish, owner }, new Date())
}

/** Four deliveries that are due and four articles that nobody has read, all with their jobs in the queues. */
async function fill(pool: Pool, queues: Queues): Promise<void> {
  for (const n of [1, 2, 3, 4])
    await extractJob(pool, quiet, RULES, { articleId: (await capture(pool, n)).id })
  await project(pool)
  const { deliveries } = await raiseAlerts(pool, quiet, new Date())
  expect(deliveries).toHaveLength(4)
  await queueDeliveries(queues, deliveries, new Date())
  const unread = [
    await capture(pool, 5),
    await capture(pool, 6),
    await capture(pool, 7),
    await capture(pool, 8),
  ]
  await project(pool)
  await queues.enqueue(
    'extractions',
    unread.map(({ id, job }) => ({ id: job, data: { articleId: id } })),
  )
}

/** Of each kind, one job stops before its work and one after it, and no other begins meanwhile. */
function work(pool: Pool, queues: Queues) {
  const gates = Array.from({ length: 4 }, createGate)
  const [beforeRead, afterRead, beforeSend, afterSend] = gates as [Gate, Gate, Gate, Gate]
  const http = createHttpClient(createNetworkAllowance('127.0.0.0/8'), LIMITS)
  closing.push(() => http.close())
  const started = { extractions: 0, deliveries: 0 }
  queues.work('extractions', 2, async (job) => {
    const nth = started.extractions++
    if (nth === 0) await beforeRead.pass()
    await extractJob(pool, quiet, RULES, job)
    if (nth === 1) await afterRead.pass()
  })
  queues.work('deliveries', 2, async (job) => {
    const nth = started.deliveries++
    if (nth === 0) await beforeSend.pass()
    await deliver({ pool, http, logger: quiet, pauses: [] }, job)
    if (nth === 1) await afterSend.pass()
  })
  return gates
}
type Gate = ReturnType<typeof createGate>

describe.each([
  ['redis', onRedis],
  ['postgres', onPostgres],
])('queues on %s, emptied while work is in flight', (_, openHome) => {
  test('all that is unfinished is queued again within a minute, and nothing is done twice', async ({
    skip,
  }) => {
    const home = await openHome()
    if (!home) return skip('no Redis is installed')
    const { pool, queues, receiver } = await open(home)
    await fill(pool, queues)
    const gates = work(pool, queues)
    for (const { isReached } of gates) await eventually('the work in flight', isReached)
    expect(await countWaiting(queues)).toBe(4)
    await home.empty(pool)
    expect(await countWaiting(queues)).toBe(0)
    for (const { open } of gates) open()

    const within = new Date(Date.now() + MINUTE_MS)
    await createRequeuer(pool, queues, quiet)(within)
    await queueDueDeliveries(pool, queues, within)
    await eventually('all articles read and all alerts delivered', async () => {
      await project(pool)
      const { rows } = await pool.query<{ done: boolean }>(
        `select not exists (select from articles where extracted_hash is distinct from snapshot_hash)
            and not exists (select from deliveries where status <> 'delivered') as done`,
      )
      return rows[0]?.done
    })
    await queues.finish()
    await expectOnce(pool, receiver)
  })
})

async function open({ redisUrl }: Home) {
  const databaseUrl = await freshDatabase()
  const pool = createPool(databaseUrl, 'test', quiet)
  const receiver = await startReceiver()
  const queues = createQueues({ databaseUrl, redisUrl, logId: 'test' }, quiet)
  closing.push(
    () => pool.end(),
    receiver.close,
    () => queues.close(),
  )
  await subscribe(pool, receiver.url)
  return { pool, queues, receiver }
}

/** Of the eight jobs, four are under way. */
async function countWaiting(queues: Queues): Promise<number> {
  const counts = await Promise.all(queues.all().map((queue) => queue.getJobCounts('waiting')))
  return counts.reduce((sum, { waiting = 0 }) => sum + waiting, 0)
}

/** Eight articles of one claim each, and the four alerts that were due. */
async function expectOnce(pool: Pool, receiver: Receiver): Promise<void> {
  const { rows } = await pool.query(
    `select type, count(*) as events, count(distinct stream_id) as streams from events
      where type in ('ArticleExtracted', 'ClaimRecorded') group by type order by type`,
  )
  expect(rows).toEqual([
    { type: 'ArticleExtracted', events: 8, streams: 8 },
    { type: 'ClaimRecorded', events: 8, streams: 8 },
  ])
  expect((await pool.query('select number from attempts')).rows).toEqual(Array(4).fill({ number: 1 }))
  expect(receiver.requests).toHaveLength(4)
  expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(4)
}
