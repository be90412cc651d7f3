import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { captureEntry } from '@muster/articles'
import { createEstimatesProjection } from '@muster/deltas'
import { runProjection, verifyLog } from '@muster/event-store'
import { addFeed } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { type OwnServer, quiet, startOwnServer } from '@muster/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const NOW = new Date('2024-10-23T12:00:00Z')
const [TEXT, TITLE, QUOTE] = ['Quorvexian', 'Zelminorese', 'Trabulentic']
let server: OwnServer
let pool: Pool

// Segments of the write-ahead log that are done with are deleted, not kept under other names for later.
const FORGETFUL = ['wal_recycle=off', 'min_wal_size=32MB', 'max_wal_size=64MB']

beforeAll(async () => {
  server = await startOwnServer(FORGETFUL)
  pool = createPool(server.url(), 'test', quiet)
  // Long texts lie compressed, in which a word cannot be looked for.
  await pool.query('alter table snapshots alter column text set storage external')
})
afterAll(async () => {
  await pool.end()
  await server.stop()
})

/** An article in two wordings, projected, and an alert that quotes it. */
async function publish(): Promise<string> {
  const { feed } = await addFeed(pool, { url: 'https://a.example/feed', outlet: 'A' }, NOW)
  const about = {
    id: 'https://a.example/1',
    link: null,
    title: `${TITLE} headline`,
    publishedAt: NOW,
    outlet: null,
  }
  const long = `${TEXT} battalions numbered 4,000. `.repeat(200)
  const captured = await captureEntry(pool, feed, { ...about, text: long }, NOW)
  await captureEntry(pool, feed, { ...about, text: `${TEXT} battalions numbered 5,000.` }, NOW)
  await runProjection(pool, createEstimatesProjection(), quiet)
  const articleId = 'articleId' in captured ? captured.articleId : ''
  await quoteInAlert(articleId)
  return articleId
}

async function quoteInAlert(articleId: string): Promise<void> {
  const payload = { data: { article: { id: articleId, title: TITLE }, claim: { quote: QUOTE } } }
  await pool.query(
    `insert into api_keys (id, name, prefix, key_hash, scopes) values ($1, 'k', 'k', '\\x00', '{subscribe}')`,
    [articleId],
  )
  await pool.query(
    `insert into subscriptions (id, name, endpoint, secret, topic, place, statuses, kinds, smallest_change, owner, position)
     values ($1, 'n', 'https://a.example', 's', '*.*.*', '*', '{}', '{}', 0, $1, 0)`,
    [articleId],
  )
  await pool.query(
    `insert into alerts (id, subscription_id, position, ordinal, payload) values ($1, $1, 1, 0, $2)`,
    [articleId, payload],
  )
}

/** The files of the server that have one of the words in them. */
async function filesWithWords(): Promise<string[]> {
  const entries = await readdir(server.data, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  const found: string[] = []
  for (const file of files) {
    const bytes = await readFile(file)
    if ([TEXT, TITLE, QUOTE].some((word) => bytes.includes(word)))
      found.push(path.relative(server.data, file))
  }
  return found
}

async function muster(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: server.url() }
  return promisify(execFile)(process.execPath, ['--import', 'tsx', MAIN, ...args], { env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }) => ({ code, stdout }),
  )
}

test('after a takedown and a vacuum no file of the database has the words, and the log still verifies', async () => {
  const articleId = await publish()
  await pool.query('checkpoint')
  expect(await filesWithWords()).toEqual(expect.arrayContaining([expect.stringMatching(/^base\//)]))

  const takedown = await muster('takedown', articleId, '--reason', 'asked for by its outlet')
  expect([takedown.code, JSON.parse(takedown.stdout)]).toEqual([0, { kind: 'taken-down', texts: 3 }])
  await runProjection(pool, createEstimatesProjection(), quiet)
  await pool.query('vacuum (full, analyze) snapshots, articles, alerts')
  // The write-ahead log has the words until a checkpoint lets its old segments go.
  await pool.query('select pg_switch_wal()')
  await pool.query('checkpoint')
  expect(await filesWithWords()).toEqual([])

  const verified = await muster('verify-log')
  expect([verified.code, JSON.parse(verified.stdout)]).toEqual([0, await verifyLog(pool)])
  expect(JSON.parse(verified.stdout)).toMatchObject({ kind: 'intact', archived: 0 })
})
