import { randomUUID } from 'node:crypto'
import { headOfLog } from '@muster/event-store'
import { addFeed, type Feed } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { eventually, freshDatabase, quiet } from '@muster/testing'
import { composeNews } from '@muster/testing/compose-news'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { captureEntry } from './capture-entry.ts'
import type { CapturableEntry } from './capture-within.ts'
import { findKnownEntries } from './store.ts'

const NOW = new Date('2024-10-23T12:00:00Z')
let pool: Pool
let feed: Feed
let other: Feed

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  feed = (await addFeed(pool, { url: 'https://a.example/feed', outlet: 'A' }, NOW)).feed
  other = (await addFeed(pool, { url: 'https://b.example/feed', outlet: 'B' }, NOW)).feed
})
afterEach(() => pool.end())

const entry = (said: Partial<CapturableEntry> = {}): CapturableEntry => ({
  id: 'https://a.example/1',
  link: 'https://a.example/1?utm_source=rss',
  title: 'Troops leave',
  text: 'About 3,000 soldiers left.',
  publishedAt: new Date('2024-10-23T08:00:00Z'),
  outlet: null,
  ...said,
})

async function articleEvents() {
  const { rows } = await pool.query(
    `select type, data from events where stream_id like 'article-%' order by position`,
  )
  return rows as { type: string; data: Record<string, unknown> }[]
}

test('a new entry becomes a snapshot and ArticleCaptured', async () => {
  const result = await captureEntry(pool, feed, entry(), NOW)
  expect(result.kind).toBe('captured')
  expect(await articleEvents()).toEqual([
    {
      type: 'ArticleCaptured',
      data: {
        articleId: (result as { articleId: string }).articleId,
        feedId: feed.id,
        entryId: 'https://a.example/1',
        outlet: 'A',
        url: 'https://a.example/1?utm_source=rss',
        publishedAt: '2024-10-23T08:00:00.000Z',
        publishedBasis: 'stated',
        titleHash: 'f6bee335707a7aef15b1b34ff1a7470ec1c06e1d48a20283cd01b07d7b51556c',
        snapshotHash: '6e74de560bb48f57ffc80d44dc8f0b1eabff16599d44eaaa8e7133f4638b1c11',
        reportId: '6e74de560bb48f57ffc80d44dc8f0b1eabff16599d44eaaa8e7133f4638b1c11',
        textBasis: 'feed',
        pageFailure: null,
      },
    },
  ])
  expect((await pool.query('select text from snapshots order by text')).rows).toEqual([
    { text: 'About 3,000 soldiers left.' },
    { text: 'Troops leave' },
  ])
})

test('the same entry again, or by ten processes at once, is one article', async () => {
  const results = await Promise.all(Array.from({ length: 10 }, () => captureEntry(pool, feed, entry(), NOW)))
  expect(results.map(({ kind }) => kind).sort()).toEqual(['captured', ...Array(9).fill('known')])
  expect(await articleEvents()).toHaveLength(1)
})

test('of two processes that both saw no article, the second to append answers that it is known', async () => {
  const blocker = await pool.connect()
  await blocker.query('begin')
  await blocker.query(
    `insert into entries (feed_id, entry_id, article_id, content_hash)
     values ($1, 'https://a.example/1', $2, 'held')`,
    [feed.id, randomUUID()],
  )
  const racers = [captureEntry(pool, feed, entry(), NOW), captureEntry(pool, feed, entry(), NOW)]
  await eventually('both to have read the stream', async () => {
    const { rows } = await pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rows.length === 2
  })
  await blocker.query('rollback')
  blocker.release()
  const results = await Promise.all(racers)
  expect(results.map(({ kind }) => kind).sort()).toEqual(['captured', 'known'])
  expect(await articleEvents()).toHaveLength(1)
})

test('a changed text is a revision of the same article, and back again another', async () => {
  await captureEntry(pool, feed, entry(), NOW)
  expect((await captureEntry(pool, feed, entry({ text: 'About 4,000 soldiers left.' }), NOW)).kind).toBe(
    'revised',
  )
  expect((await captureEntry(pool, feed, entry(), NOW)).kind).toBe('revised')
  expect((await articleEvents()).map(({ type }) => type)).toEqual([
    'ArticleCaptured',
    'ArticleRevised',
    'ArticleRevised',
  ])
})

test('an id that is an address is the same article in every feed; any other belongs to its feed', async () => {
  const shared = [await captureEntry(pool, feed, entry(), NOW), await captureEntry(pool, other, entry(), NOW)]
  expect(shared.map(({ kind }) => kind)).toEqual(['captured', 'known'])
  const own = [
    await captureEntry(pool, feed, entry({ id: '17' }), NOW),
    await captureEntry(pool, other, entry({ id: '17' }), NOW),
  ]
  expect(own.map(({ kind }) => kind)).toEqual(['captured', 'captured'])
})

test('an article listed by another feed in other words stays as the first feed brought it', async () => {
  await captureEntry(pool, feed, entry(), NOW)
  expect((await captureEntry(pool, other, entry({ text: 'Read more…' }), NOW)).kind).toBe('known')
  expect((await articleEvents()).map(({ type }) => type)).toEqual(['ArticleCaptured'])
})

test('an entry without a date that two processes capture at once is one article', async () => {
  const undated = entry({ publishedAt: null })
  const results = await Promise.all(
    [feed, other].map((each, index) => captureEntry(pool, each, undated, new Date(NOW.getTime() + index))),
  )
  expect(results.map(({ kind }) => kind).sort()).toEqual(['captured', 'known'])
})

test('a text long enough to have copies that feeds bring at once is one article', async () => {
  const long = entry({ text: composeNews(1).join(' ') })
  const feeds = Array.from({ length: 8 }, (_, index) => (index % 2 ? feed : other))
  const results = await Promise.all(feeds.map((each) => captureEntry(pool, each, long, NOW)))
  expect(results.map(({ kind }) => kind).sort()).toEqual(['captured', ...Array(7).fill('known')])
})

test('the outlet that an aggregator names goes before the outlet of its feed', async () => {
  await captureEntry(pool, feed, entry({ outlet: 'The Bugle' }), NOW)
  expect((await articleEvents())[0]?.data.outlet).toBe('The Bugle')
})

test.each([
  ['a missing date', null],
  ['a date far in the future', new Date('2034-10-23T08:00:00Z')],
  ['a date before the web', new Date('-000044-03-15T00:00:00Z')],
])('%s is the time of first sight, and marked so', async (_, publishedAt) => {
  await captureEntry(pool, feed, entry({ publishedAt }), NOW)
  expect((await articleEvents())[0]?.data).toMatchObject({
    publishedAt: NOW.toISOString(),
    publishedBasis: 'first-seen',
  })
})

test('an entry without text is no article', async () => {
  const { position } = await headOfLog(pool)
  expect(await captureEntry(pool, feed, entry({ text: '' }), NOW)).toEqual({ kind: 'empty' })
  expect((await headOfLog(pool)).position).toBe(position)
})

test('known entries come with the hash of the text they had', async () => {
  await captureEntry(pool, feed, entry({ id: 'a', text: 'x' }), NOW)
  const known = await findKnownEntries(pool, feed.id, ['a', 'b'])
  expect([...known]).toEqual([['a', '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881']])
})
