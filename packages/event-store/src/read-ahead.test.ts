import { createPool, type Pool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createReadAhead, readAll } from './index.ts'
import { appendBatch, BATCH } from './testing/batch.ts'

let pool: Pool
beforeAll(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
})
afterAll(() => pool.end())

test('what could not be read ahead is read when it is asked for', async () => {
  const lost = createPool(await freshDatabase(), 'test', quiet)
  await lost.end()
  const read = createReadAhead(lost)
  await appendBatch(pool, 100)
  await read(pool, { after: 0, limit: BATCH / 2 })
  const second = { after: BATCH / 2, limit: BATCH / 2 }
  expect(await read(pool, second)).toEqual(await readAll(pool, second))
})

test('what is read ahead is what is there, also of a log that grows and when the reader goes back', async () => {
  for (const number of [0, 1]) await appendBatch(pool, number)
  const read = createReadAhead(pool)
  const expectSame = async (after: number, limit: number) =>
    expect(await read(pool, { after, limit })).toEqual(await readAll(pool, { after, limit }))
  await expectSame(0, BATCH)
  await expectSame(BATCH, BATCH)
  await expectSame(2 * BATCH, BATCH)
  await appendBatch(pool, 2)
  await expectSame(2 * BATCH, BATCH)
  await expectSame(1, BATCH)
  await expectSame(0, BATCH)
  await expectSame(BATCH, 10)
  await expectSame(BATCH + 10, BATCH)
})
