import { randomUUID } from 'node:crypto'
import { createPool, type Pool } from '@muster/postgres'
import { createQueues, extractionJobId, type Queues } from '@muster/queues'
import { freshDatabase, quiet } from '@muster/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRequeuer } from './requeue-unextracted.ts'

const CAPTURED = new Date('2024-10-23T00:00:00Z')
const later = (ms: number) => new Date(CAPTURED.getTime() + ms)
let pool: Pool
let queues: Queues

beforeEach(async () => {
  const databaseUrl = await freshDatabase()
  pool = createPool(databaseUrl, 'test', quiet)
  queues = createQueues({ databaseUrl, redisUrl: undefined, logId: 'test' }, quiet)
})
afterEach(async () => {
  await queues.close()
  await pool.end()
})

async function article(position: number, hasText = true): Promise<string> {
  const [id, hash] = [randomUUID(), `hash-of-article-${position}`]
  if (hasText) await pool.query('insert into snapshots values ($1, $2)', [hash, 'text'])
  await pool.query(
    `insert into articles (id, feed_id, outlet, published_at, published_basis, snapshot_hash, captured_at, position)
     values ($1, $1, 'A', $2, 'stated', $3, $2, $4)`,
    [id, CAPTURED, hash, position],
  )
  return extractionJobId(id, hash)
}

async function queued(): Promise<string[]> {
  const jobs = await queues
    .all()
    .find(({ name }) => name === 'extractions')
    ?.getWaiting()
  return (jobs ?? []).map(({ id }) => id ?? '').sort()
}

test('an article that nobody read is queued under the job id of the poller, and a second time not at all', async () => {
  const job = await article(1)
  const requeue = createRequeuer(pool, queues, quiet)
  await requeue(later(4_000))
  expect(await queued()).toEqual([])
  await requeue(later(6_000))
  await requeue(later(60_000))
  expect(await queued()).toEqual([job])
})

test('an hour later it gets another job, for the first may have failed', async () => {
  const job = await article(1)
  await createRequeuer(pool, queues, quiet)(later(3_600_000))
  expect(await queued()).toEqual([`${job}-1`])
})

test('an article whose text was taken down is left alone', async () => {
  await article(1, false)
  await createRequeuer(pool, queues, quiet)(later(60_000))
  expect(await queued()).toEqual([])
})

test('pages follow one another, so that those that keep failing hide no other', async () => {
  const jobs = [await article(1), await article(2), await article(3)]
  const requeue = createRequeuer(pool, queues, quiet, 2)
  await requeue(later(60_000))
  await requeue(later(60_000))
  expect(await queued()).toEqual(jobs.sort())
})
