import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { askThread } from '../threads/ask-thread.ts'
import { createFeedParser, type FeedParser } from './create-feed-parser.ts'

const URL = 'https://news.example/feed.xml'
const NOW = new Date('2024-10-23T12:00:00Z')
const FEED = Buffer.from(
  '<rss version="2.0"><channel><title>T</title><item><guid>1</guid></item></channel></rss>',
)
const PAGE = Buffer.from('<!doctype html><title>x</title>')
// Work of some hundred milliseconds.
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

test('a document over the limit comes to parse-timeout, and the next gets a fresh thread', async () => {
  parser = createFeedParser({ limitMs: 0 })
  const results = await Promise.all([SLOW, SLOW].map((body) => parser?.parse(body, null, URL, NOW)))
  expect(results).toEqual([
    { kind: 'parse-timeout', reason: 'over 0 ms' },
    { kind: 'parse-timeout', reason: 'over 0 ms' },
  ])
})

test('a thread that hangs is not waited for longer than the limit', async () => {
  const thread = new Worker('for (;;);', { eval: true })
  const job = { body: FEED, contentType: null, url: URL, now: NOW, options: {} }
  expect((await askThread<{ kind: string }>({ thread, ready: Promise.resolve() }, job, 100)).kind).toBe(
    'parse-timeout',
  )
  await thread.terminate()
})

test('a thread that ends by itself comes to parse-failed', async () => {
  const thread = new Worker('throw new Error("no memory")', { eval: true })
  const job = { body: FEED, contentType: null, url: URL, now: NOW, options: {} }
  expect(await askThread<{ kind: string }>({ thread, ready: Promise.resolve() }, job, 60_000)).toEqual({
    kind: 'parse-failed',
    reason: 'no memory',
  })
})

test('a stopped parser answers what still waits', async () => {
  parser = createFeedParser()
  const waiting = [parser.parse(SLOW, null, URL, NOW), parser.parse(FEED, null, URL, NOW)]
  await parser.stop()
  expect((await Promise.all(waiting)).map(({ kind }) => kind)).toEqual(['parse-failed', 'parse-failed'])
})
