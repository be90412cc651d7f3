import { createPool, type Pool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headOfLog, readAll, renewLogId, verifyLog } from './index.ts'
import { appendBatch, BATCH } from './testing/batch.ts'

let pool: Pool
let copy: Pool

beforeAll(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  copy = createPool(await freshDatabase(), 'test', quiet)
})
afterAll(() => Promise.all([pool.end(), copy.end()]))

/** Moves a table as a dump and its restore do: the rows in no certain order, with none of the counters of the server. */
async function dumpAndRestore(table: string): Promise<void> {
  const { rows } = await pool.query(`select row_to_json(t)::text as row from ${table} t order by random()`)
  await copy.query(`delete from ${table}`).catch(() => {})
  await copy.query(
    `insert into ${table} select (json_populate_record(null::${table}, r.row::json)).* from unnest($1::text[]) as r(row)`,
    [rows.map(({ row }) => row)],
  )
}

test('a log that is restored from a dump has every event in its order, and takes more of them', async () => {
  for (const number of [0, 1, 2]) await appendBatch(pool, number)
  for (const table of ['event_log', 'streams', 'appends', 'events']) await dumpAndRestore(table)
  const whole = { after: 0, limit: 1000 }
  expect(await readAll(copy, whole)).toEqual(await readAll(pool, whole))
  expect(await verifyLog(copy)).toEqual(await verifyLog(pool))
  expect(await appendBatch(copy, 2)).toMatchObject({ last: 3 * BATCH, duplicate: true })
  expect(await appendBatch(copy, 3)).toMatchObject({ first: 3 * BATCH + 1, duplicate: false })
  expect(await verifyLog(copy)).toMatchObject({ kind: 'intact', position: 4 * BATCH })
})

test('a copy gets an id of its own, by which it is told from the log that it was', async () => {
  const { logId } = await headOfLog(copy)
  expect(logId).toBe((await headOfLog(pool)).logId)
  const renewed = await renewLogId(copy)
  expect(renewed).not.toBe(logId)
  expect((await headOfLog(copy)).logId).toBe(renewed)
})
