import { freshDatabase, quiet } from '@muster/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool, type Pool } from './create-pool.ts'
import { withTransaction } from './with-transaction.ts'

let pool: Pool
beforeAll(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  await pool.query('create table kept (n int)')
})
afterAll(() => pool.end())

const kept = async () => (await pool.query('select n from kept order by n')).rows.map(({ n }) => n)

test('what throws is rolled back, what returns is committed', async () => {
  const failed = withTransaction(pool, async (tx) => {
    await tx.query('insert into kept values (1)')
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  expect(
    await withTransaction(pool, async (tx) => (await tx.query('insert into kept values (2)')).rowCount),
  ).toBe(1)
  expect(await kept()).toEqual([2])
})

test('a connection lost in the middle fails its transaction and nothing else', async () => {
  const lost = withTransaction(pool, async (tx) => {
    await tx.query('insert into kept values (3)')
    const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
    await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await tx.query('insert into kept values (4)')
  })
  // The server's farewell may arrive before or after the next query is sent; pg names each case differently.
  await expect(lost).rejects.toThrow(/terminat|connection error/)
  expect(await kept()).toEqual([2])
})

test('bigint columns come back as numbers', async () => {
  expect((await pool.query('select 9007199254740991::bigint as n')).rows).toEqual([
    { n: Number.MAX_SAFE_INTEGER },
  ])
  await expect(pool.query('select 9007199254740993::bigint as n')).rejects.toThrow('too large for a position')
})
