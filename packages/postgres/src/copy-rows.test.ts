import { freshDatabase, quiet } from '@muster/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CopyValue, copyRows } from './copy-rows.ts'
import { createPool, type Pool } from './create-pool.ts'
import { withTransaction } from './with-transaction.ts'

let pool: Pool
beforeAll(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  await pool.query(
    'create table kept (n bigint, word text, list text[], told jsonb, at timestamptz, yes boolean)',
  )
})
afterAll(() => pool.end())

const TARGET = 'kept (n, word, list, told, at, yes)'
const AT = new Date('2024-10-23T12:00:00.123Z')

test('rows come out as they went in, whatever is in their texts', async () => {
  const odd = 'tab\t, line\n, return\r, back\\slash, "quotes", \\N, {braces}, NULL, ’'
  const rows: CopyValue[][] = [
    [1, odd, [odd, '', 'null'], JSON.stringify({ odd }), AT, true],
    [2, '', [], 'null', AT, false],
    [3, null, null, null, null, null],
  ]
  await withTransaction(pool, (tx) => copyRows(tx, TARGET, rows))
  expect((await pool.query('select * from kept order by n')).rows).toEqual([
    { n: 1, word: odd, list: [odd, '', 'null'], told: { odd }, at: AT, yes: true },
    { n: 2, word: '', list: [], told: null, at: AT, yes: false },
    { n: 3, word: null, list: null, told: null, at: null, yes: null },
  ])
})

test('a row that does not fit fails all of them with the code of the database, and the connection goes on', async () => {
  await pool.query('create table numbers (n int primary key)')
  const twice = withTransaction(pool, (tx) => copyRows(tx, 'numbers (n)', [[1], [2], [1]]))
  await expect(twice).rejects.toMatchObject({ code: '23505' })
  await withTransaction(pool, async (tx) => {
    await tx.query('savepoint before')
    await expect(copyRows(tx, 'numbers (n)', [['x']])).rejects.toMatchObject({ code: '22P02' })
    await tx.query('rollback to savepoint before')
    await copyRows(tx, 'numbers (n)', [[7]])
  })
  expect((await pool.query('select n from numbers')).rows).toEqual([{ n: 7 }])
})

test('what stops the making of rows ends the statement and is thrown, and the connection goes on', async () => {
  await pool.query('create table made (n int)')
  function* makeRows(): Generator<CopyValue[]> {
    for (let n = 0; n < 1200; n++) yield [n]
    throw new RangeError('row 1200 cannot be made')
  }
  await withTransaction(pool, async (tx) => {
    await tx.query('savepoint before')
    await expect(copyRows(tx, 'made (n)', makeRows())).rejects.toThrow('row 1200 cannot be made')
    await tx.query('rollback to savepoint before')
    await copyRows(tx, 'made (n)', [[7]])
  })
  expect((await pool.query('select n from made')).rows).toEqual([{ n: 7 }])
})

test('no rows are no statement, and thousands come in order', async () => {
  await pool.query('create table many (n int, at int generated always as identity)')
  await withTransaction(pool, async (tx) => {
    await copyRows(tx, 'many (n)', [])
    await copyRows(
      tx,
      'many (n)',
      Array.from({ length: 2345 }, (_, n) => [n]),
    )
  })
  const { rows } = await pool.query('select count(*) as all, bool_and(n = at - 1) as "inOrder" from many')
  expect(rows).toEqual([{ all: 2345, inOrder: true }])
})
