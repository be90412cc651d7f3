import { addFeed, type Feed } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { composeNews } from '@muster/testing/compose-news'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { captureEntry } from './capture-entry.ts'
import { captureTogether } from './capture-together.ts'
import type { CapturableEntry } from './capture-within.ts'
import { hashOfText } from './hash-of-text.ts'

const NOW = new Date('2024-11-04T12:00:00Z')
const LATER = new Date('2024-11-04T13:00:00Z')
const LONG = composeNews(1).join(' ')
let pool: Pool

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
})
afterEach(() => pool.end())

const feedOf = async (name: string, fullText = false): Promise<Feed> =>
  (await addFeed(pool, { url: `https://${name}.example/feed`, outlet: name, fullText }, NOW)).feed

const entry = (id: string, text: string, more: Partial<CapturableEntry> = {}): CapturableEntry => ({
  ...{ id, text, title: `About ${id}`, link: `https://news.example/${id}`, publishedAt: NOW, outlet: null },
  ...more,
})

async function stored() {
  const { rows } = await pool.query(
    `select data, occurred_at from events where type like 'Article%' order by position`,
  )
  const entries = await pool.query('select entry_id, article_id, content_hash from entries order by entry_id')
  const texts = await pool.query('select hash, text from snapshots order by hash')
  const prints = await pool.query(
    'select nth, article_id, report_id, published_at, captured_at, print, band_keys from text_prints order by nth',
  )
  const keys = await pool.query('select key, article_id from text_print_keys order by key, article_id')
  return [rows, entries.rows, texts.rows, prints.rows, keys.rows]
}

const ENTRIES = [
  entry('1', 'A short text.', { title: null, outlet: 'Another' }),
  entry('2', LONG, { publishedAt: new Date('2024-11-03T12:00:00Z') }),
  entry('3', `${LONG} The same, signed.`, { publishedAt: null }),
  entry('4', composeNews(2).join(' '), { link: null }),
  entry('5', 'A short text.', { isDateClamped: true }),
]

test('entries captured together are stored as each alone would be', async () => {
  const together = await captureTogether(pool, await feedOf('same'), ENTRIES, NOW)
  const first = await stored()
  await pool.end()
  pool = createPool(await freshDatabase(), 'test', quiet)
  const feed = await feedOf('same')
  const alone = new Map<CapturableEntry, unknown>()
  for (const each of ENTRIES) alone.set(each, await captureEntry(pool, feed, each, NOW))
  expect([together, first]).toEqual([alone, await stored()])
  expect(alone.size).toBe(5)
})

test('a copy in the same document, and one that another feed brings at once, are of the report of the first', async () => {
  const feeds = await Promise.all(['a', 'b', 'c', 'd'].map((name) => feedOf(name)))
  await Promise.all(
    feeds.map((feed, n) =>
      captureTogether(
        pool,
        feed,
        [
          entry('1', `${LONG} Copy ${n}.`),
          entry('2', `Our own words first. ${LONG} ${n}`),
          entry('3', composeNews(10 + n).join(' ')),
        ],
        NOW,
      ),
    ),
  )
  const { rows } = await pool.query(
    `select data ->> 'reportId' as report, count(*)::int from events where type = 'ArticleCaptured' group by 1 order by 2 desc`,
  )
  expect(rows.map(({ count }) => count)).toEqual([8, 1, 1, 1, 1])
})

test('those that wait for their page or have no text are left', async () => {
  const feed = await feedOf('full', true)
  const entries = [
    entry('1', 'One'),
    entry('2', 'Two', { isSummary: true }),
    entry('3', ''),
    entry('4', 'Four', { isSummary: true, link: null }),
  ]
  const taken = await captureTogether(pool, feed, entries, NOW)
  expect([...taken.keys()].map(({ id }) => id)).toEqual(['1', '4'])
  const { rows } = await pool.query('select url, wants from page_looks')
  expect(rows).toEqual([{ url: 'https://news.example/1', wants: 'presence' }])
})

test('where an article is known from another feed all are left, and nothing is stored', async () => {
  await captureEntry(pool, await feedOf('first'), entry('urn:shared', 'Shared'), NOW)
  const before = await stored()
  const entries = [entry('urn:own', 'Own'), entry('urn:shared', 'Shared')]
  expect(await captureTogether(pool, await feedOf('second'), entries, LATER)).toEqual(new Map())
  expect(await stored()).toEqual(before)
})

test('the same capture at once by two processes is one article each', async () => {
  const feed = await feedOf('twice')
  const entries = [entry('1', 'One'), entry('2', LONG)]
  const taken = await Promise.all([1, 2].map(() => captureTogether(pool, feed, entries, NOW)))
  const { rows } = await pool.query(
    `select data ->> 'snapshotHash' as hash from events where type = 'ArticleCaptured' order by position`,
  )
  expect(rows.map(({ hash }) => hash)).toEqual([hashOfText('One'), hashOfText(LONG)])
  // Each is news to one of them.
  expect(taken.map(({ size }) => size).sort()).toEqual([0, 2])
})

test('an entry that is listed twice is captured once, as it stands first, and is left', async () => {
  const feed = await feedOf('listed')
  const later = { publishedAt: new Date('2024-11-04T11:00:00Z') }
  const earlier = { publishedAt: new Date('2024-11-04T10:00:00Z') }
  const entries = [entry('1', 'One', earlier), entry('2', 'Two'), entry('1', 'One', later)]
  const taken = await captureTogether(pool, feed, entries, NOW)
  expect([...taken.keys()]).toEqual([entries[0], entries[1]])
  const { rows } = await pool.query(`select occurred_at as at from events where type = 'ArticleCaptured'`)
  expect(rows.map(({ at }) => at)).toEqual([earlier.publishedAt, NOW])
})
