import { createPool, type Pool, type Transaction, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import * as v from 'valibot'
import { afterAll, beforeEach, expect, test } from 'vitest'
import {
  AppendIsolationError,
  AppendKeyReusedError,
  append,
  defineEvent,
  headOfLog,
  type NewEvent,
  projectionPosition,
  readStream,
  runProjection,
  type StoredEvent,
  takeUpEvent,
  verifyLog,
  WrongExpectedVersionError,
} from './index.ts'

const AT = new Date('2024-10-23T00:00:00Z')
const opened: Pool[] = []
let pool: Pool

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet, 20)
  opened.push(pool)
})
afterAll(() => Promise.all(opened.map((each) => each.end())))

const Counted = defineEvent('Counted', v.strictObject({ n: v.number() }))
const counted = (n: number): NewEvent => ({ type: Counted, data: { n }, occurredAt: AT })
const numbers = (events: StoredEvent[]): number[] => events.map(({ data }) => (data as { n: number }).n)
const key = (name: string): string => deterministicId('test', name)

function put(name: string, stream: string, expected: number | 'none' | 'any', ...ns: number[]) {
  return append(pool, key(name), [{ stream, expected, events: ns.map(counted) }])
}

test('an append numbers its events and a stream reads them back in order', async () => {
  expect(await put('a', 's-1', 'none', 1, 2)).toEqual({ first: 1, last: 2, duplicate: false })
  expect(await put('b', 's-2', 'none', 3)).toEqual({ first: 3, last: 3, duplicate: false })
  expect(await put('c', 's-1', 2, 4)).toEqual({ first: 4, last: 4, duplicate: false })
  const events = await readStream(pool, 's-1')
  expect(numbers(events)).toEqual([1, 2, 4])
  expect(events.map(({ position, version }) => [position, version])).toEqual([
    [1, 1],
    [2, 2],
    [4, 3],
  ])
})

test('a stream whose first append is committed while it is read is no archived one', async () => {
  let looks = 0
  const reader = {
    query: async (text: string, values: unknown[]) => {
      if (++looks === 2) await put('a', 's-1', 'none', 1)
      return pool.query(text, values)
    },
  }
  expect(numbers(await readStream(reader as unknown as Pool, 's-1'))).toEqual([1])
})

test('an append at a wrong version changes nothing and says what it found', async () => {
  await put('a', 's-1', 'none', 1, 2)
  await expect(put('b', 's-1', 1, 9)).rejects.toThrow(
    new WrongExpectedVersionError('s-1: expected 1, is at 2'),
  )
  await expect(put('c', 's-1', 'none', 9)).rejects.toThrow(WrongExpectedVersionError)
  expect(numbers(await readStream(pool, 's-1'))).toEqual([1, 2])
  expect((await headOfLog(pool)).position).toBe(2)
})

test('an append to two streams of which one clashes writes to neither', async () => {
  await put('a', 's-1', 'none', 1)
  const both = append(pool, key('b'), [
    { stream: 's-0', expected: 'none', events: [counted(2)] },
    { stream: 's-1', expected: 'none', events: [counted(3)] },
  ])
  await expect(both).rejects.toThrow(WrongExpectedVersionError)
  expect(await readStream(pool, 's-0')).toEqual([])
})

test('the same append made again answers as the first time and adds nothing', async () => {
  const first = await put('a', 's-1', 'none', 1, 2)
  expect(await put('a', 's-1', 'none', 1, 2)).toEqual({ ...first, duplicate: true })
  expect((await headOfLog(pool)).position).toBe(2)
})

test('an append key that comes back with other events is refused', async () => {
  await put('a', 's-1', 'none', 1)
  await expect(put('a', 's-1', 'none', 2)).rejects.toThrow(AppendKeyReusedError)
})

test.each(['none', 'any'] as const)(
  'the same append, expecting %s, made by ten at once is made once',
  async (expected) => {
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        withTransaction(pool, (tx) =>
          append(tx, key('a'), [{ stream: 's-1', expected, events: [counted(1)] }]),
        ),
      ),
    )
    expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1)
    expect(new Set(results.map(({ first }) => first))).toEqual(new Set([1]))
  },
)

test('events cannot be changed, deleted or truncated', async () => {
  await put('a', 's-1', 'none', 1)
  await expect(pool.query(`update events set type = 'x'`)).rejects.toThrow('events is append-only')
  await expect(pool.query('delete from events')).rejects.toThrow('events is append-only')
  await expect(pool.query('truncate events')).rejects.toThrow('events is append-only')
  await expect(pool.query(`update events_0 set type = 'x'`)).rejects.toThrow('events_0 is append-only')
  await expect(pool.query('delete from events_0')).rejects.toThrow('events_0 is append-only')
  await expect(pool.query('truncate events_0')).rejects.toThrow('events_0 is append-only')
  await expect(pool.query('delete from appends')).rejects.toThrow('appends is append-only')
})

test('a rolled back append leaves no gap', async () => {
  const rolledBack = withTransaction(pool, async (tx) => {
    await append(tx, key('a'), [{ stream: 's-1', expected: 'none', events: [counted(1)] }])
    throw new Error('no')
  })
  await expect(rolledBack).rejects.toThrow('no')
  expect((await put('b', 's-1', 'none', 2)).first).toBe(1)
})

test("a projection's effect and its checkpoint commit together or not at all", async () => {
  await pool.query('create table seen (n int)')
  await put('a', 's-1', 'none', 1, 2, 3)
  let failing = true
  const projection = {
    name: 'numbers',
    async apply(tx: Transaction, events: StoredEvent[]) {
      await tx.query('insert into seen select unnest($1::int[])', [numbers(events)])
      if (failing) throw Object.assign(new Error('server going down'), { code: '57P01' })
    },
  }
  await expect(runProjection(pool, projection, quiet)).rejects.toThrow('server going down')
  expect((await pool.query('select * from seen')).rows).toEqual([])
  expect(await projectionPosition(pool, 'numbers')).toBe(0)
  failing = false
  expect(await runProjection(pool, projection, quiet)).toEqual({ events: 3, position: 3 })
  expect((await pool.query('select n from seen order by n')).rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})

test('three projectors on one checkpoint apply every event once', async () => {
  await pool.query('create table seen (n int)')
  await put('a', 's-1', 'none', ...Array.from({ length: 60 }, (_, n) => n))
  const projection = {
    name: 'numbers',
    async apply(tx: Transaction, events: StoredEvent[]) {
      await tx.query('insert into seen select unnest($1::int[])', [numbers(events)])
    },
  }
  const run = async () => {
    while ((await runProjection(pool, projection, quiet, 7)).events > 0);
  }
  await Promise.all([run(), run(), run()])
  const { rows } = await pool.query('select n from seen order by n')
  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 60 }, (_, n) => n))
})

test('an event that cannot be applied is parked with its reason and the rest of its batch is applied once', async () => {
  await pool.query('create table seen (n int)')
  await put('a', 's-1', 'none', 1, 2, 3, 4, 5)
  const projection = {
    name: 'numbers',
    async apply(tx: Transaction, events: StoredEvent[]) {
      await tx.query('insert into seen select unnest($1::int[])', [numbers(events)])
      if (numbers(events).includes(2)) throw new RangeError('two is too much')
    },
  }
  expect(await runProjection(pool, projection, quiet)).toEqual({ events: 5, position: 5 })
  expect((await pool.query('select n from seen order by n')).rows.map(({ n }) => n)).toEqual([1, 3, 4, 5])
  const { rows } = await pool.query('select projection, position, error from parked_events')
  expect(rows).toEqual([{ projection: 'numbers', position: 2, error: 'RangeError: two is too much' }])
})

test('an event that is too large for an index is parked too, for no further try will fit it', async () => {
  await pool.query('create table seen (word text primary key)')
  await put('a', 's-1', 'none', 1, 2)
  const projection = {
    name: 'words',
    async apply(tx: Transaction, events: StoredEvent[]) {
      const long = `(select string_agg(md5(n::text), '') from generate_series(1, 500) n)`
      for (const { position } of events) {
        await tx.query(`insert into seen select ${position === 1 ? long : `'b'`}`)
      }
    },
  }
  expect(await runProjection(pool, projection, quiet)).toEqual({ events: 2, position: 2 })
  expect((await pool.query('select word from seen')).rows).toEqual([{ word: 'b' }])
  const { rows } = await pool.query('select position, error from parked_events')
  expect(rows).toEqual([{ position: 1, error: expect.stringContaining('maximum size is') }])
})

const PARKED = 'select position, tried_at as "triedAt", error from parked_events order by position'

/** A projection of numbers that cannot take some of them. */
async function numbersBut(refused: Set<number>, name = 'numbers', reader?: string) {
  await pool.query(`create table if not exists "${name}" (n int, position bigint)`)
  return {
    name,
    ...(reader && { reader }),
    async apply(tx: Transaction, events: StoredEvent[]) {
      for (const { type, data, position } of events) {
        const { n } = data as { n: number }
        if (refused.has(n)) throw new RangeError(`${n} is too much`)
        if (type === 'Counted') await tx.query(`insert into "${name}" values ($1, $2)`, [n, position])
      }
    },
  }
}

test('an event that was set aside is done where it is taken up, and by a rebuild nowhere else', async () => {
  await put('a', 's-1', 'none', 1, 2, 3)
  const refused = new Set([2])
  const projection = await numbersBut(refused)
  await runProjection(pool, projection, quiet)
  expect(await takeUpEvent(pool, 'numbers', 2, AT)).toEqual({ kind: 'taken-up', position: 4 })
  expect(await takeUpEvent(pool, 'numbers', 2, AT)).toEqual({ kind: 'under-way', position: 4 })
  await put('b', 's-2', 'none', 5)
  await runProjection(pool, projection, quiet)
  expect((await pool.query(PARKED)).rows).toEqual([
    { position: 2, triedAt: 4, error: 'RangeError: 2 is too much' },
  ])
  refused.clear()
  expect(await takeUpEvent(pool, 'numbers', 2, AT)).toEqual({ kind: 'taken-up', position: 6 })
  await runProjection(pool, projection, quiet)
  expect((await pool.query(PARKED)).rows).toEqual([])
  expect(await takeUpEvent(pool, 'numbers', 2, AT)).toEqual({ kind: 'not-set-aside' })
  const done = [
    { n: 1, position: 1 },
    { n: 3, position: 3 },
    { n: 5, position: 5 },
    { n: 2, position: 6 },
  ]
  expect((await pool.query('select * from numbers')).rows).toEqual(done)

  const rebuild = await numbersBut(refused, 'rebuild', 'numbers')
  while ((await runProjection(pool, rebuild, quiet, 2)).events > 0);
  expect((await pool.query('select * from rebuild')).rows).toEqual(done)
  expect((await pool.query(PARKED)).rows).toEqual([])
})

test('of ten who take an event up at once one does', async () => {
  await put('a', 's-1', 'none', 1)
  await runProjection(pool, await numbersBut(new Set([1])), quiet)
  const results = await Promise.all(Array.from({ length: 10 }, () => takeUpEvent(pool, 'numbers', 1, AT)))
  expect(results.map(({ kind }) => kind).sort()).toEqual(['taken-up', ...Array(9).fill('under-way')])
})

test('appends that come together each get their own answer', async () => {
  const results = await Promise.allSettled([
    put('a', 's-1', 'none', 1, 2),
    put('b', 's-2', 'none', 3),
    put('c', 's-3', 7, 4),
    put('d', 's-1', 2, 5),
    put('a', 's-1', 'none', 1, 2),
    put('b', 's-4', 'none', 6),
  ])
  expect(results.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual([
    { first: 1, last: 2, duplicate: false },
    { first: 3, last: 3, duplicate: false },
    'WrongExpectedVersionError: s-3: expected 7, is at 0',
    { first: 4, last: 4, duplicate: false },
    { first: 1, last: 2, duplicate: true },
    `AppendKeyReusedError: append key ${key('b')} was used for other events`,
  ])
  expect((await headOfLog(pool)).position).toBe(4)
})

test('large appends that come together do not wait for each other in the process, and each is made once', async () => {
  const numbersOf = (index: number) => Array.from({ length: 30 }, (_, n) => index * 100 + n)
  const made = (index: number) => put(`large-${index}`, `s-${index}`, 'none', ...numbersOf(index))
  const results = await Promise.all([0, 1, 2, 3, 4, 0].map(made))
  expect(new Set(results.map(({ first }) => first))).toEqual(new Set([1, 31, 61, 91, 121]))
  for (const index of [0, 1, 2, 3, 4]) {
    expect(numbers(await readStream(pool, `s-${index}`))).toEqual(numbersOf(index))
  }
  expect(await verifyLog(pool)).toMatchObject({ kind: 'intact', position: 150 })
})

test.each(['repeatable read', 'serializable'])(
  'an append in a transaction that does not see the latest commits is refused, not left to fail by chance: %s',
  async (isolation) => {
    const late = withTransaction(pool, async (tx) => {
      await tx.query(`set transaction isolation level ${isolation}`)
      await append(tx, key('a'), [{ stream: 's-1', expected: 'any', events: [counted(1)] }])
    })
    await expect(late).rejects.toThrow(AppendIsolationError)
  },
)

test('an append of nothing, and one that names a stream twice, are refused', async () => {
  await expect(put('a', 's-1', 'any')).rejects.toThrow('an append needs at least one event')
  const part = { stream: 's-1', expected: 'any' as const, events: [counted(1)] }
  await expect(append(pool, key('a'), [part, part])).rejects.toThrow(
    'an append names each of its streams once',
  )
})
