import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { captureEntry } from '@muster/articles'
import { extractArticle } from '@muster/claims'
import { createEstimatesProjection, rebuildEstimates } from '@muster/deltas'
import { runProjection } from '@muster/event-store'
import { extractClaims, extractorVersion } from '@muster/extraction'
import { addFeed } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { eventually, freshDatabase, quiet } from '@muster/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'

const AT = new Date('2024-10-23T12:00:00Z')
const TEXTS = [
  'Kyiv said 300 North Korean soldiers were deployed.',
  'Seoul said 500 North Korean soldiers were trained.',
]
let databaseUrl: string
let pool: Pool

beforeEach(async () => {
  databaseUrl = await freshDatabase()
  pool = createPool(databaseUrl, 'test', quiet)
  for (const text of TEXTS) await publish(text)
})
afterEach(() => pool.end())

async function publish(text: string): Promise<void> {
  const { feed } = await addFeed(pool, { url: 'https://a.example/feed', outlet: 'A' }, AT)
  const entry = { id: text, link: null, title: null, text, publishedAt: AT, outlet: null }
  const captured = await captureEntry(pool, feed, entry, AT)
  if (captured.kind === 'empty') throw new Error('an article needs a text')
  await extractArticle(pool, { extract: extractClaims, version: extractorVersion }, captured.articleId, AT)
  while ((await runProjection(pool, createEstimatesProjection(), quiet)).events > 0);
}

async function contents(): Promise<unknown[]> {
  const tables = ['articles', 'claims', 'estimates', 'deltas', 'projections', 'parked_events']
  const read = tables.map(async (table) => {
    const { rows } = await pool.query(`select to_jsonb(t) - 'updated_at' as row from ${table} t order by 1`)
    return rows.map(({ row }) => row)
  })
  return Promise.all(read)
}

/** What a rebuild waits for when it is killed: to read a title, or to put the new tables in the place of the old. */
test.each([
  ['folds', 'snapshots', 'access exclusive'],
  ['switches', 'deltas', 'access share'],
])('a rebuild killed while it %s leaves what is in use, and the next is whole', async (_, table, mode) => {
  const before = await contents()
  const gate = await pool.connect()
  await gate.query(`begin; lock table ${table} in ${mode} mode`)
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  const args = ['--import', 'tsx', 'packages/cli/src/main.ts', 'rebuild']
  const rebuild = spawn(process.execPath, args, { env, stdio: 'ignore' })
  const ended = once(rebuild, 'exit')
  await eventually('the rebuild waits', async () => {
    const { rowCount } = await gate.query(
      `select from pg_locks where not granted and relation = $1::regclass
          and database = (select oid from pg_database where datname = current_database())`,
      [table],
    )
    return rowCount !== 0
  })
  rebuild.kill('SIGKILL')
  await ended
  await gate.query('rollback')
  gate.release()
  expect((await contents()).slice(0, 4)).toEqual(before.slice(0, 4))
  const next = await eventually('the next rebuild', async () => {
    const result = await rebuildEstimates(pool, quiet, () => {})
    return result.kind === 'rebuilt' && result
  })
  expect(next).toMatchObject({ different: 0 })
  expect(await contents()).toEqual(before)
  const { rows } = await pool.query(`select nspname from pg_namespace where nspname like 'muster%'`)
  expect(rows).toEqual([])
})
