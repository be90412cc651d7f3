import { afterEach, expect, test } from 'vitest'
import { createFeedParser, type FeedParser } from './create-feed-parser.ts'

const URL = 'https://news.example/feed.xml'
const NOW = new Date('2024-10-23T12:00:00Z')
const FEED = Buffer.from(
  '<rss version="2.0"><channel><title>T</title><item><guid>1</guid></item></channel></rss>',
)
const PAGE = Buffer.from('<!doctype html><title>x</title>')
// Honest work of some seconds: as many entities as fit into the limit.
const SLOW = Buffer.from(
  `<rss version="2.0"><channel><item><description><![CDATA[${'<b>a</b>'.repeat(1_000_000)}]]></description></item></channel></rss>`,
)

let parser: FeedParser | undefined
afterEach(() => parser?.stop())

test('a feed is parsed in the thread, and what is none comes to a named outcome', async () => {
  parser = createFeedParser()
  const results = await Promise.all(
    [FEED, PAGE, Buffer.alloc(10_000_001)].map((body) => parser?.parse(body, null, URL, NOW)),
  )
  expect(results.map((result) => result?.kind)).toEqual(['parsed', 'not-a-feed', 'too-large'])
  expect(results[0]).toMatchObject({ feed: { title: 'T', items: [{ id: '1', publishedAt: null }] } })
})

test('a document that takes too long ends the thread, and the next is parsed in a fresh one', async () => {
  parser = createFeedParser({ limitMs: 50 })
  const first = parser.parse(SLOW, null, URL, NOW)
  const second = parser.parse(PAGE, null, URL, NOW)
  expect(await first).toEqual({ kind: 'parse-timeout', reason: 'over 50 ms' })
  expect((await second).kind).toBe('not-a-feed')
})

test('a stopped parser answers what still waits', async () => {
  parser = createFeedParser()
  const waiting = [parser.parse(SLOW, null, URL, NOW), parser.parse(FEED, null, URL, NOW)]
  await parser.stop()
  expect((await Promise.all(waiting)).map(({ kind }) => kind)).toEqual(['parse-failed', 'parse-failed'])
})
