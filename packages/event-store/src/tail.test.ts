import { createPool, type Pool, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { eventually, freshDatabase, quiet } from '@muster/testing'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  append,
  defineEvent,
  LogGapError,
  type LogPage,
  type LogWatch,
  readAll,
  tail,
  watchLog,
} from './index.ts'

const kind = (name: string) => defineEvent(name, v.strictObject({ n: v.number() }))
const AT = new Date('2024-10-23T00:00:00Z')
let url: string
let pool: Pool
let watch: LogWatch

beforeEach(async () => {
  url = await freshDatabase()
  pool = createPool(url, 'test', quiet)
  watch = watchLog(url, 'test', quiet)
})
afterEach(async () => {
  await watch.stop()
  await pool.end()
})

function put(type: string, n: number, db: Parameters<typeof append>[0] = pool) {
  const events = [{ type: kind(type), data: { n }, occurredAt: AT }]
  return append(db, deterministicId('test', n), [{ stream: `s-${n}`, expected: 'none', events }])
}

const shape = ({ events, through }: LogPage) => ({
  positions: events.map(({ position }) => position),
  through,
})

function follow(types?: string[]) {
  const stopping = new AbortController()
  const pages: LogPage[] = []
  const request = types ? { after: 0, limit: 2, types } : { after: 0, limit: 2 }
  const done = (async () => {
    for await (const page of tail(pool, request, watch.follow(), stopping.signal)) pages.push(page)
  })()
  return {
    pages,
    positions: () => pages.flatMap(({ events }) => events.map(({ position }) => position)),
    async stop() {
      stopping.abort()
      await done
    },
  }
}

test('a page of some types goes as far as was looked, not as far as was found', async () => {
  for (const [index, type] of ['A', 'B', 'B', 'A', 'B'].entries()) await put(type, index)
  expect(shape(await readAll(pool, { after: 0, limit: 3, types: ['A'] }))).toEqual({
    positions: [1],
    through: 3,
  })
  expect(shape(await readAll(pool, { after: 1, limit: 2, types: ['A'] }))).toEqual({
    positions: [],
    through: 3,
  })
  expect(shape(await readAll(pool, { after: 3, limit: 9, types: ['A'] }))).toEqual({
    positions: [4],
    through: 5,
  })
  expect(shape(await readAll(pool, { after: 5, limit: 9, types: ['A'] }))).toEqual({
    positions: [],
    through: 5,
  })
  expect(shape(await readAll(pool, { after: 5, limit: 9 }))).toEqual({ positions: [], through: 5 })
})

test.each([[undefined], [['A']]])('a reader of %s stops where an event is missing', async (types) => {
  for (const n of [1, 2, 3]) await put('A', n)
  await pool.query(`alter table events disable trigger user; delete from events where position = 2`)
  const request = types ? { after: 0, limit: 9, types } : { after: 0, limit: 9 }
  await expect(readAll(pool, request)).rejects.toThrow(LogGapError)
})

test('a follower gets what was there and what comes, in order, until it is stopped', async () => {
  for (const n of [1, 2, 3]) await put('A', n)
  const follower = follow()
  await eventually('three events', async () => follower.positions().length === 3)
  await put('A', 4)
  await withTransaction(pool, (tx) => put('A', 5, tx))
  await eventually('five events', async () => follower.positions().length === 5)
  await follower.stop()
  await put('A', 6)
  expect(follower.positions()).toEqual([1, 2, 3, 4, 5])
})

test('a follower of rare events is told how far it is', async () => {
  const follower = follow(['B'])
  for (const n of [1, 2, 3]) await put('A', n)
  await eventually('the third position', async () => follower.pages.at(-1)?.through === 3)
  await follower.stop()
  expect(follower.positions()).toEqual([])
})

test('every append is announced after its commit, and one that is rolled back is not', async () => {
  const notices: number[] = []
  const client = await pool.connect()
  client.on('notification', () => notices.push(1))
  await client.query('listen muster_log')
  const rolledBack = withTransaction(pool, async (tx) => {
    await put('A', 1, tx)
    throw new Error('no')
  })
  await expect(rolledBack).rejects.toThrow('no')
  await client.query('select 1')
  expect(notices).toEqual([])
  await withTransaction(pool, (tx) => put('A', 1, tx))
  await eventually('a notice', async () => notices.length === 1)
  client.release(true)
})

test('a listener that lost its connection makes another and hears again', async () => {
  const listeners = async () => {
    const { rows } = await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity
        where datname = current_database() and application_name = 'muster test listener' and query like 'listen%'`,
    )
    return rows.map(({ pid }) => pid)
  }
  const first = await eventually('a listener', async () => (await listeners())[0])
  await pool.query('select pg_terminate_backend($1)', [first])
  const second = await eventually('another listener', async () =>
    (await listeners()).find((pid) => pid !== first),
  )
  expect(second).not.toBe(first)
  const follower = follow()
  await put('A', 1)
  await eventually('an event', async () => follower.positions().length === 1)
  await follower.stop()
})

test('a follower whose process has no listener looks by itself', async () => {
  await watch.stop()
  const follower = follow()
  await put('A', 1)
  await eventually('an event', async () => follower.positions().length === 1)
  await put('A', 2)
  await eventually('another event', async () => follower.positions().length === 2)
  await follower.stop()
})
