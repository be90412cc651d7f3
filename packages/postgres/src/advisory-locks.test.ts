import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { advisoryLocks } from './advisory-locks.ts'

const migrations = new URL('../../../migrations/', import.meta.url)

test('no lock has the number of another, or of one that a function in the database takes', async () => {
  const names = (await readdir(migrations)).filter((name) => name.endsWith('.sql'))
  const sql = await Promise.all(names.map((name) => readFile(new URL(name, migrations), 'utf8')))
  const inDatabase = new Set(
    sql.flatMap((text) => [...text.matchAll(/pg_advisory\w*\((\d+)\)/g)].map(([, number]) => Number(number))),
  )
  expect([...inDatabase].sort()).toEqual([727001, 727002, 727003, 727005])
  const own = Object.values(advisoryLocks)
  expect(new Set(own).size).toBe(own.length)
  expect(own.filter((number) => inDatabase.has(number))).toEqual([])
})
