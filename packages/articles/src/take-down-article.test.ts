import { verifyLog } from '@muster/event-store'
import { addFeed, type Feed } from '@muster/feeds'
import { createPool, type Pool, withTransaction } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { captureEntry } from './capture-entry.ts'
import { hashOfText } from './hash-of-text.ts'
import { readSnapshots } from './read-snapshots.ts'
import { takeDownArticle } from './take-down-article.ts'

const NOW = new Date('2024-10-23T12:00:00Z')
const WORDS = 'Quorvex battalions numbered 4,000 near the river.'
const TITLE = 'Zelminor headline'
let pool: Pool
let feed: Feed

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  feed = (await addFeed(pool, { url: 'https://a.example/feed', outlet: 'A' }, NOW)).feed
})
afterEach(() => pool.end())

async function capture(text: string, id = 'https://a.example/1') {
  const entry = { id, link: null, title: TITLE, text, publishedAt: NOW, outlet: null }
  const result = await captureEntry(pool, feed, entry, NOW)
  return { kind: result.kind, articleId: 'articleId' in result ? result.articleId : '' }
}

const takeDown = (articleId: string) =>
  withTransaction(pool, (tx) => takeDownArticle(tx, articleId, 'asked for by its outlet', NOW))

/** Every table that has the words in one of its columns. */
async function tablesWith(words: string): Promise<string[]> {
  const { rows } = await pool.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rowCount } = await pool.query(`select from ${name} t where t::text like $1 limit 1`, [
      `%${words}%`,
    ])
    if (rowCount) found.push(name)
  }
  return found
}

test('all texts and headlines of an article go, from every table, and the log is still whole', async () => {
  const { articleId } = await capture(`${WORDS} First.`)
  await capture(`${WORDS} Second.`)
  expect(await tablesWith('Quorvex')).toEqual(['public.snapshots'])
  expect(await takeDown(articleId)).toEqual({ kind: 'taken-down', texts: 3 })
  expect(await tablesWith('Quorvex')).toEqual([])
  expect(await tablesWith('Zelminor')).toEqual([])
  expect(await verifyLog(pool)).toMatchObject({ kind: 'intact', position: 4 })
  expect(await takeDown(articleId)).toEqual({ kind: 'already-taken-down' })
})

test('a feed that still carries a text that was taken down does not bring it back', async () => {
  const { articleId } = await capture(WORDS)
  await takeDown(articleId)
  expect((await capture(WORDS)).kind).toBe('known')
  expect((await capture(`${WORDS} Changed.`)).kind).toBe('known')
  expect((await capture(WORDS, 'https://a.example/copy')).kind).toBe('captured')
  expect(await tablesWith('Quorvex')).toEqual([])
})

test('a text that was taken down is told from one that was never there', async () => {
  const { articleId } = await capture(WORDS)
  await takeDown(articleId)
  const { removed } = await readSnapshots(pool, [hashOfText(WORDS), hashOfText('never')])
  expect([...removed]).toEqual([[hashOfText(WORDS), NOW]])
})

test('an article that nobody captured cannot be taken down', async () => {
  expect(await takeDown('6f1d3c1e-2a54-5b0c-9d8e-3b7a1f0c5e42')).toEqual({ kind: 'no-article' })
})
