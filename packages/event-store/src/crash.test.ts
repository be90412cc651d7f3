import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createPool, type Pool } from '@muster/postgres'
import { eventually, type OwnServer, quiet, startOwnServer } from '@muster/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { headOfLog, verifyLog } from './index.ts'
import { appendBatch, BATCH } from './testing/batch.ts'

const WRITER = fileURLToPath(new URL('./testing/write-batches.ts', import.meta.url))
let server: OwnServer
let pool: Pool

beforeAll(async () => {
  server = await startOwnServer()
})
beforeEach(() => {
  pool = createPool(server.url(), 'test', quiet, 10)
})
afterEach(() => pool.end())
afterAll(() => server.stop())

/** The batches under a key that are in the log, each with how many of its events are. */
async function batches(key: string): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ batch: number; events: number }>(
    `select (data->>'batch')::int as batch, count(*) as events from events
      where stream_id like $1 || '-%' group by 1 order by 1`,
    [key],
  )
  return new Map(rows.map(({ batch, events }) => [batch, events]))
}

async function expectWhole(): Promise<void> {
  const { position } = await headOfLog(pool)
  const { rows } = await pool.query('select count(*) as events, max(position) as last from events')
  expect(rows).toEqual([{ events: position, last: position }])
  expect(await verifyLog(pool)).toMatchObject({ kind: 'intact', position })
}

test('a writer that is killed amid its appends: what was acknowledged is there, and no batch in part', async () => {
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, server.url()])
  const acked: number[] = []
  for await (const line of createInterface({ input: writer.stdout })) {
    acked.push(Number(line))
    if (acked.length === 7) writer.kill('SIGKILL')
  }
  await eventually('the end of its session', async () => {
    const { rowCount } = await pool.query(
      `select from pg_stat_activity where application_name = 'muster writer'`,
    )
    return rowCount === 0
  })
  const there = await batches('batch')
  expect([...there.keys()]).toEqual(expect.arrayContaining(acked))
  expect(new Set(there.values())).toEqual(new Set([BATCH]))
  // What it did last may be there without its having heard of it; made again, each is there once.
  for (let number = 0; number < acked.length + 2; number++) await appendBatch(pool, number)
  expect([...(await batches('batch')).values()]).toEqual(Array(acked.length + 2).fill(BATCH))
  await expectWhole()
})

test('a session of the database that is killed amid an append: all go on, and nothing is there in part', async () => {
  await appendBatch(pool, 0, 'session')
  const holder = await pool.connect()
  holder.on('error', () => {})
  await holder.query('set idle_in_transaction_session_timeout = 0')
  await holder.query('begin')
  await appendBatch(holder, 1, 'session')
  const cut = Promise.allSettled([2, 3, 4].map((number) => appendBatch(pool, number, 'session')))
  const [pid] = await eventually('three that wait in the middle', async () => {
    const { rows } = await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where wait_event = 'advisory' and query like '%append_events%'`,
    )
    return rows.length === 3 && rows.map(({ pid }) => pid)
  })
  process.kill(pid as number, 'SIGKILL')
  expect((await cut).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  holder.release(true)
  await eventually('the server', () => headOfLog(pool))
  const made = await Promise.all([0, 1, 2, 3, 4].map((number) => appendBatch(pool, number, 'session')))
  expect(made.map(({ duplicate }) => duplicate)).toEqual([true, false, false, false, false])
  expect([...(await batches('session')).values()]).toEqual(Array(5).fill(BATCH))
  await expectWhole()
})

test('a server that is killed amid appends and started again has all that it acknowledged', async () => {
  const acked: number[] = []
  let next = 0
  const writing = Array.from({ length: 4 }, async () => {
    for (;;) {
      const number = next++
      await appendBatch(pool, number, 'server')
      acked.push(number)
      if (acked.length === 25) await server.kill()
    }
  })
  await Promise.allSettled(writing)
  await pool.end()
  await server.start()
  pool = createPool(server.url(), 'test', quiet, 10)
  const there = await batches('server')
  expect([...there.keys()]).toEqual(expect.arrayContaining(acked))
  expect(new Set(there.values())).toEqual(new Set([BATCH]))
  await expectWhole()
  for (let number = 0; number < next; number++) await appendBatch(pool, number, 'server')
  expect([...(await batches('server')).values()]).toEqual(Array(next).fill(BATCH))
  await expectWhole()
})
