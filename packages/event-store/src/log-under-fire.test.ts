import { createPool, type Pool, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { append, defineEvent, type Follower, headOfLog, LogBusyError, readAll, tail } from './index.ts'

const WRITERS = 32
const EACH = 6
const AT = new Date('2024-10-23T00:00:00Z')
const Written = defineEvent('Written', v.strictObject({ writer: v.number(), n: v.number() }))
let url: string
let pool: Pool

beforeAll(async () => {
  url = await freshDatabase()
  pool = createPool(url, 'test', quiet, 40)
})
afterAll(() => pool.end())

const key = (name: string) => deterministicId('fire', name)
const written = (writer: number, n: number) => ({ type: Written, data: { writer, n }, occurredAt: AT })

/** Each event is written once and committed, some of them after an attempt that was rolled back after a stall. */
async function write(writer: number): Promise<void> {
  for (let n = 0; n < EACH; n++) {
    const parts = [{ stream: `w-${writer}`, expected: n, events: [written(writer, n)] }]
    if ((writer + n) % 3 === 0) await stallAndRollBack(writer, n)
    if ((writer + n) % 4 === 0) await append(pool, key(`${writer}-${n}`), parts)
    else await withTransaction(pool, (tx) => stalling(tx, () => append(tx, key(`${writer}-${n}`), parts)))
  }
}

async function stalling<T>(tx: { query: Pool['query'] }, work: () => Promise<T>): Promise<T> {
  await tx.query('select pg_sleep(random() * 0.004)')
  const result = await work()
  await tx.query('select pg_sleep(random() * 0.004)')
  return result
}

async function stallAndRollBack(writer: number, n: number): Promise<void> {
  const parts = [{ stream: `w-${writer}`, expected: n, events: [written(writer, -1)] }]
  const rolledBack = withTransaction(pool, async (tx) => {
    await stalling(tx, () => append(tx, key(`lost-${writer}-${n}`), parts))
    throw new Error('changed my mind')
  })
  await expect(rolledBack).rejects.toThrow('changed my mind')
}

const restless: Follower = () => new Promise((resolve) => setTimeout(resolve, 5))

test('32 writers that stall and roll back: each of three readers gets every event once, in one order', async () => {
  const readers = [1, 7, 100].map(async (limit) => {
    const done = new AbortController()
    const seen: { position: number; data: unknown }[] = []
    for await (const { events } of tail(pool, { after: 0, limit }, restless, done.signal)) {
      seen.push(...events.map(({ position, data }) => ({ position, data })))
      if (seen.length >= WRITERS * EACH) done.abort()
    }
    return seen
  })
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
  const [first, ...others] = await Promise.all(readers)
  expect(first?.map(({ position }) => position)).toEqual(
    Array.from({ length: WRITERS * EACH }, (_, n) => n + 1),
  )
  for (let writer = 0; writer < WRITERS; writer++) {
    const own = first?.filter(({ data }) => (data as { writer: number }).writer === writer)
    expect(own?.map(({ data }) => (data as { n: number }).n)).toEqual(
      Array.from({ length: EACH }, (_, n) => n),
    )
  }
  for (const other of others) expect(other).toEqual(first)
  const { rows } = await pool.query(
    'select count(*) as events, max(position) as last, (select position from event_log) as head from events',
  )
  expect(rows).toEqual([{ events: WRITERS * EACH, last: WRITERS * EACH, head: WRITERS * EACH }])
})

// The same readers over a table that takes its numbers from a sequence: what the order of the log prevents.
test('a reader that trusts a sequence misses what commits late', async () => {
  await pool.query('create table naive (position bigserial primary key, n int not null)')
  const [late, early] = [await pool.connect(), await pool.connect()]
  await late.query('begin')
  await late.query('insert into naive (n) values (1)')
  await early.query('insert into naive (n) values (2)')
  const seen: number[] = []
  const look = async (after: number) => {
    const { rows } = await pool.query('select position, n from naive where position > $1 order by position', [
      after,
    ])
    seen.push(...rows.map(({ n }) => n))
    return (rows.at(-1)?.position as number | undefined) ?? after
  }
  const after = await look(0)
  await late.query('commit')
  await look(after)
  late.release()
  early.release()
  expect(seen).toEqual([2])
})

test('appends to overlapping streams at once do not wait for each other in a circle', async () => {
  const streams = ['a', 'b', 'c', 'd', 'e']
  const { position } = await headOfLog(pool)
  const attempts = Array.from({ length: 40 }, async (_, index) => {
    const own = streams.filter((_, bit) => ((index * 7 + 3) >> bit) & 1)
    const chosen = index % 2 === 0 ? own : own.toReversed()
    const parts = chosen.map((stream) => ({
      stream,
      expected: 'any' as const,
      events: [written(0, index)],
    }))
    if (parts.length === 0) return 0
    await withTransaction(pool, (tx) => append(tx, key(`circle-${index}`), parts))
    return parts.length
  })
  const counts = await Promise.all(attempts)
  const { events } = await readAll(pool, { after: position, limit: 500 })
  expect(events).toHaveLength(counts.reduce((sum, count) => sum + count, 0))
})

test('a long transaction elsewhere holds no reader up', async () => {
  const elsewhere = await pool.connect()
  await elsewhere.query('begin')
  await elsewhere.query('create table slow (n int)')
  const { last } = await append(pool, key('meanwhile'), [
    { stream: 'meanwhile', expected: 'none', events: [written(0, 0)] },
  ])
  const { through } = await readAll(pool, { after: last - 1, limit: 10 })
  expect(through).toBe(last)
  await elsewhere.query('rollback')
  elsewhere.release()
})

test('an append that is stuck is cut off, and the others go on', async () => {
  const stuck = await pool.connect()
  const ended = new Promise((resolve) => stuck.once('error', resolve))
  await stuck.query(`set idle_in_transaction_session_timeout = '300ms'`)
  await stuck.query('begin')
  await append(stuck, key('stuck'), [{ stream: 'stuck', expected: 'none', events: [written(0, 0)] }])
  const waiting = append(pool, key('next'), [{ stream: 'next', expected: 'none', events: [written(0, 1)] }])
  await ended
  stuck.release(true)
  const { last } = await waiting
  expect((await headOfLog(pool)).position).toBe(last)
})

test('an append that waits too long for another says so', async () => {
  const holder = await pool.connect()
  await holder.query('begin')
  await append(holder, key('held'), [{ stream: 'held', expected: 'none', events: [written(0, 0)] }])
  const hasty = await pool.connect()
  await hasty.query(`set lock_timeout = '200ms'`)
  const late = append(hasty, key('late'), [{ stream: 'late', expected: 'none', events: [written(0, 1)] }])
  await expect(late).rejects.toThrow(LogBusyError)
  await holder.query('rollback')
  holder.release()
  hasty.release(true)
})
