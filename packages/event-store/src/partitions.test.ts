import { createPool, type Pool, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  append,
  defineEvent,
  ensureEventPartitions,
  headOfLog,
  LogArchivedError,
  PartitionMissingError,
  readAll,
  readStream,
} from './index.ts'

const AT = new Date('2024-10-23T00:00:00Z')
const Counted = defineEvent('Counted', v.strictObject({ n: v.number() }))
let pool: Pool

// Partitions of a hundred: events_0 has 1 to 99, events_1 100 to 199, and so on.
beforeAll(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  await pool.query('drop table events_0, events_1, events_2; update event_log set partition_size = 100')
  for (let stream = 0; stream < 45; stream++) {
    await ensureEventPartitions(pool)
    await put(stream)
  }
})
afterAll(() => pool.end())

function put(stream: number) {
  const events = Array.from({ length: 10 }, (_, n) => ({ type: Counted, data: { n }, occurredAt: AT }))
  return append(pool, deterministicId('part', stream), [{ stream: `s-${stream}`, expected: 'none', events }])
}

/** The partitions that some reading searched. */
async function searchedBy(read: (tx: Parameters<typeof readAll>[0]) => Promise<unknown>): Promise<string[]> {
  return withTransaction(pool, async (tx) => {
    const before = await scans(tx)
    await read(tx)
    const after = await scans(tx)
    return [...after.keys()].filter((name) => after.get(name) !== before.get(name)).sort()
  })
}

async function scans(tx: Pick<Pool, 'query'>): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ name: string; scans: number }>(
    `select relname as name, coalesce(seq_scan, 0) + coalesce(idx_scan, 0) as scans from pg_stat_xact_user_tables
      where relname like 'events\\_%'`,
  )
  return new Map(rows.map(({ name, scans }) => [name, scans]))
}

test('a stream is searched for in the partitions that it lies in', async () => {
  expect(await searchedBy((tx) => readStream(tx, 's-2'))).toEqual(['events_0'])
  expect(await searchedBy((tx) => readStream(tx, 's-9'))).toEqual(['events_0', 'events_1'])
  expect(await searchedBy((tx) => readStream(tx, 's-25'))).toEqual(['events_2'])
})

test('a page is searched for in the partitions that it lies in', async () => {
  expect(await searchedBy((tx) => readAll(tx, { after: 10, limit: 50 }))).toEqual(['events_0'])
  expect(await searchedBy((tx) => readAll(tx, { after: 180, limit: 50 }))).toEqual(['events_1', 'events_2'])
})

test('two partitions are ahead of the head, and making them again changes nothing', async () => {
  await ensureEventPartitions(pool)
  const { rows } = await pool.query(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'events'::regclass order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4, 5, 6].map((part) => `events_${part}`))
})

test('partitions are made while a reader and an append are under way', async () => {
  await pool.query('drop table events_6')
  await withTransaction(pool, async (tx) => {
    await readAll(tx, { after: 0, limit: 10 })
    await append(tx, deterministicId('part', 'open'), [
      { stream: 'open', expected: 'none', events: [{ type: Counted, data: { n: 0 }, occurredAt: AT }] },
    ])
    await ensureEventPartitions(pool)
  })
})

test('readers of events that are in an archive are told in which', async () => {
  await pool.query('alter table events detach partition events_0')
  await pool.query(`insert into archived_partitions values (1, 99, 'events_0.jsonl.gz', 'x')`)
  await expect(readAll(pool, { after: 0, limit: 10 })).rejects.toThrow(
    new LogArchivedError('events 1 to 99 were archived in events_0.jsonl.gz'),
  )
  await expect(readStream(pool, 's-2')).rejects.toThrow(LogArchivedError)
  expect((await readAll(pool, { after: 99, limit: 10 })).through).toBe(109)
})

test('an append that no partition takes says so and leaves the log as it was', async () => {
  await pool.query('drop table events_5, events_6')
  const { position } = await headOfLog(pool)
  const events = Array.from({ length: 100 }, (_, n) => ({ type: Counted, data: { n }, occurredAt: AT }))
  const tooFar = append(pool, deterministicId('part', 'far'), [{ stream: 'far', expected: 'none', events }])
  await expect(tooFar).rejects.toThrow(PartitionMissingError)
  expect((await headOfLog(pool)).position).toBe(position)
})

test('the time of recording never goes back, whatever the clock does', async () => {
  await ensureEventPartitions(pool)
  await pool.query(`update event_log set recorded_at = '2100-01-01T00:00:00Z'`)
  const { last } = await put(46)
  const { events } = await readAll(pool, { after: last - 1, limit: 1 })
  expect(events[0]?.recordedAt).toEqual(new Date('2100-01-01T00:00:00Z'))
})
