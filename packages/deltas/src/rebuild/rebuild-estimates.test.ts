import { articleCaptured, articleStream } from '@muster/articles'
import { type ClaimRecorded, claimRecorded, claimRevised, claimWithdrawn } from '@muster/claims'
import { append, type NewEvent, runProjection } from '@muster/event-store'
import { advisoryLocks, createPool, type Pool, type Transaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { eventually, freshDatabase, quiet } from '@muster/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEstimatesProjection } from '../estimates-projection.ts'
import { rebuildEstimates } from './rebuild-estimates.ts'

const HASH = '0'.repeat(64)
const DAY_MS = 24 * 3600 * 1000
let pool: Pool

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
})
afterEach(() => pool.end())

/** The nth article: a claim of its own, one that is revised, and at times one that is withdrawn. */
async function report(n: number, actor = n % 2 ? 'PRK' : 'RUS'): Promise<void> {
  const articleId = deterministicId('article', n)
  const occurredAt = new Date(Date.UTC(2024, 9, 1) + n * DAY_MS)
  const shared = {
    articleId,
    outlet: `outlet-${n % 4}`,
    publishedAt: occurredAt.toISOString(),
    snapshotHash: HASH,
  }
  const claim = (index: number, count: number): ClaimRecorded => ({
    ...shared,
    claimId: deterministicId('claim', n, index),
    reportId: HASH,
    ...{ start: index, end: index + 1, low: count, high: count, qualifier: 'exact', unit: 'personnel' },
    ...{
      item: 'soldier',
      predicate: 'deployed',
      actor,
      places: ['Russia'],
      placeIds: ['RU'],
    },
    ...{
      status: 'actual',
      extent: 'total',
      source: null,
      origin: `origin-${n % 3}`,
      effectiveDate: null,
      confidence: 1,
    },
  })
  const events: NewEvent[] = [
    {
      type: articleCaptured,
      data: {
        ...shared,
        feedId: articleId,
        entryId: `${n}`,
        url: null,
        titleHash: null,
        publishedBasis: 'stated',
        ...{ textBasis: 'feed', pageFailure: null },
        reportId: HASH,
      },
      occurredAt,
    },
    { type: claimRecorded, data: claim(0, 1000 + n * 10), occurredAt },
    { type: claimRecorded, data: claim(1, 500), occurredAt },
    { type: claimRevised, data: claim(1, 700 + n), occurredAt },
  ]
  if (n % 3 === 0)
    events.push({
      type: claimWithdrawn,
      data: { claimId: deterministicId('claim', n, 0), articleId },
      occurredAt,
    })
  await append(pool, deterministicId('append', n), [
    { stream: articleStream(articleId), expected: 'none', events },
  ])
}

async function project(limit?: number): Promise<void> {
  const projection = createEstimatesProjection()
  while ((await runProjection(pool, projection, quiet, limit)).events > 0);
}

async function contents(): Promise<unknown[]> {
  const tables = ['articles', 'claims', 'estimates', 'deltas']
  const read = tables.map(async (table) => {
    const { rows } = await pool.query(`select to_jsonb(t)::text as row from ${table} t order by 1`)
    return rows.map(({ row }) => row)
  })
  return Promise.all(read)
}

test('a rebuild gives the same rows, byte for byte, whatever batches made them', async () => {
  for (let n = 0; n < 30; n++) await report(n)
  await project(7)
  const before = await contents()
  const seen: number[] = []
  const result = await rebuildEstimates(pool, quiet, ({ position }) => seen.push(position))
  expect(result).toEqual({ kind: 'rebuilt', position: 130, different: 0 })
  expect(seen.at(-1)).toBe(130)
  expect(await contents()).toEqual(before)
  const { rows } = await pool.query(`select name, position from projections order by name`)
  expect(rows).toEqual([{ name: 'estimates', position: 130 }])
})

test('the projection goes on while it is rebuilt, and after it', async () => {
  for (let n = 0; n < 20; n++) await report(n)
  await project()
  const running = (async () => {
    for (let n = 20; n < 40; n++) {
      await report(n)
      await project()
    }
  })()
  expect(await rebuildEstimates(pool, quiet, () => {})).toMatchObject({ kind: 'rebuilt', different: 0 })
  await running
  const before = await contents()
  expect(await rebuildEstimates(pool, quiet, () => {})).toMatchObject({ different: 0 })
  expect(await contents()).toEqual(before)
})

test('deltas that are not what the log gives are counted and put right', async () => {
  for (let n = 0; n < 3; n++) await report(n)
  await project()
  const before = await contents()
  await pool.query(`update deltas set kind = 'settled' where ordinal = 0`)
  await pool.query(`delete from deltas where position = 2`)
  expect(await rebuildEstimates(pool, quiet, () => {})).toMatchObject({ kind: 'rebuilt' })
  expect(await contents()).toEqual(before)
})

test('an event that cannot be done is set aside by a rebuild as well, and all others are done', async () => {
  for (let n = 0; n < 5; n++) await report(n)
  const tooLongForAnIndex = Array.from({ length: 400 }, (_, n) => deterministicId('word', n)).join('')
  await report(5, tooLongForAnIndex)
  for (let n = 6; n < 10; n++) await report(n)
  await project()
  const before = await contents()
  const parked = async () => (await pool.query('select projection, position, error from parked_events')).rows
  const setAside = await parked()
  expect(setAside).toHaveLength(3)
  expect(await rebuildEstimates(pool, quiet, () => {})).toMatchObject({ kind: 'rebuilt', different: 0 })
  expect(await contents()).toEqual(before)
  expect(await parked()).toEqual(setAside)
})

test('one that is cut off leaves the tables in use as they are, and the next removes what is left of it', async () => {
  for (let n = 0; n < 3; n++) await report(n)
  await project()
  const before = await contents()
  const cutOff = rebuildEstimates(pool, quiet, () => {
    throw new Error('cut off')
  })
  await expect(cutOff).rejects.toThrow('cut off')
  await pool.query('create schema muster_retired; create table muster_retired.deltas ()')
  expect(await contents()).toEqual(before)
  expect(await rebuildEstimates(pool, quiet, () => {})).toMatchObject({ kind: 'rebuilt', different: 0 })
  expect(await contents()).toEqual(before)
  const { rows } = await pool.query(`select nspname from pg_namespace where nspname like 'muster%'`)
  expect(rows).toEqual([])
})

test('of two rebuilds at once one is busy', async () => {
  for (let n = 0; n < 3; n++) await report(n)
  await project()
  const results = await Promise.all([1, 2].map(() => rebuildEstimates(pool, quiet, () => {})))
  expect(results.map(({ kind }) => kind).sort()).toEqual(['busy', 'rebuilt'])
})

test('a projection that goes on after a rebuild goes on from what that made', async () => {
  const projection = createEstimatesProjection()
  const goOn = async () => {
    while ((await runProjection(pool, projection, quiet)).events > 0);
  }
  await report(1)
  await goOn()
  await pool.query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise 'no' using errcode = '23514'; end $$;
     create trigger refuse before insert on claims for each row execute function refuse()`,
  )
  await report(3)
  await goOn()
  await pool.query('drop trigger refuse on claims')
  await report(4, 'PRK')
  await goOn()
  await rebuildEstimates(pool, quiet, () => {})
  await report(5)
  await goOn()
  const before = await contents()
  expect(await rebuildEstimates(pool, quiet, () => {})).toMatchObject({ different: 0 })
  expect(await contents()).toEqual(before)
})

test('one that lost its right while another was made ends, and leaves what that made', async () => {
  for (let n = 0; n < 3; n++) await report(n)
  await project()
  // With one connection for its right and one to work with, it stands still where that one is taken.
  const narrow = createPool(pool.options.connectionString ?? '', 'test', quiet, 2)
  let taken: Promise<Transaction> | undefined
  const lost = rebuildEstimates(narrow, quiet, () => {
    taken ??= narrow.connect()
  })
  const refused = expect(lost).rejects.toThrow('another rebuild began meanwhile')
  const worker = await eventually('the first step', async () => taken)
  await pool.query(
    `select pg_terminate_backend(pid) from pg_locks join pg_database d on d.oid = database
      where locktype = 'advisory' and objid = $1 and datname = current_database()`,
    [advisoryLocks.rebuild],
  )
  await eventually('the right is free', async () => {
    const { kind } = await rebuildEstimates(pool, quiet, () => {})
    return kind === 'rebuilt'
  })
  for (let n = 3; n < 6; n++) await report(n)
  await project()
  const before = await contents()
  worker.release()
  await lost.catch(() => {})
  expect(await contents()).toEqual(before)
  await refused
  await narrow.end()
})
