import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freshDatabase } from '@muster/testing'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ensureOperatorKey } from './operator-key.ts'

let pool: pg.Pool
let folder: string
let file: string

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: await freshDatabase() })
  folder = await mkdtemp(path.join(tmpdir(), 'muster-key-'))
})

beforeEach(async () => {
  await pool.query('delete from api_keys')
  file = path.join(await mkdtemp(path.join(folder, 'home-')), 'operator-key')
})

afterAll(async () => {
  await pool.end()
  await rm(folder, { recursive: true })
})

test('the key is made once, kept for its owner alone, and known to the database by its hash', async () => {
  const key = await ensureOperatorKey(pool, file)
  expect(key).toMatch(/^muster_[\w-]{43}$/)
  expect(await ensureOperatorKey(pool, file)).toBe(key)
  expect(await readFile(file, 'utf8')).toBe(`${key}\n`)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const { rows } = await pool.query('select key_hash, scopes from api_keys')
  expect(rows).toEqual([
    { key_hash: createHash('sha256').update(key).digest(), scopes: ['read', 'subscribe', 'operate'] },
  ])
})

test('an empty database is told the key that is kept', async () => {
  const key = await ensureOperatorKey(pool, file)
  await pool.query('delete from api_keys')
  expect(await ensureOperatorKey(pool, file)).toBe(key)
  expect((await pool.query('select from api_keys')).rowCount).toBe(1)
})

test('a revoked key is replaced', async () => {
  const revoked = await ensureOperatorKey(pool, file)
  await pool.query('update api_keys set revoked_at = now()')
  expect(await ensureOperatorKey(pool, file)).not.toBe(revoked)
})

test('a damaged file is replaced', async () => {
  await writeFile(file, 'muster_')
  expect(await ensureOperatorKey(pool, file)).toMatch(/^muster_[\w-]{43}$/)
})
