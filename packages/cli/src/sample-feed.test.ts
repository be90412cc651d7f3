import { parseFeed } from '@muster/feeds'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSamples } from './read-samples.ts'
import { type SampleFeed, startSampleFeed } from './sample-feed.ts'

let feed: SampleFeed

beforeAll(async () => {
  feed = await startSampleFeed()
})

afterAll(() => feed.stop())

test('the feed poller reads back every sample as it was', async () => {
  const response = await fetch(feed.url)
  const body = Buffer.from(await response.arrayBuffer())
  const { items: entries } = await parseFeed(body, response.headers.get('content-type'), feed.url)
  const samples = await readSamples()
  expect(entries).toHaveLength(5)
  expect(entries.map(({ text }) => text)).toEqual(samples.map(({ text }) => text))
  expect(entries.map(({ title }) => title)).toEqual(samples.map(({ title }) => title))
  expect(entries.map(({ publishedAt }) => publishedAt)).toEqual(samples.map(({ publishedAt }) => publishedAt))
  expect(entries.map(({ outlet }) => outlet)).toEqual([
    'Sample outlet A',
    'Sample outlet B',
    'Sample outlet C',
    'Sample outlet D',
    'Sample outlet E',
  ])
})

test('an item is named by its number, wherever the server listens', async () => {
  const xml = await (await fetch(feed.url)).text()
  expect(xml).toContain('<guid isPermaLink="false">urn:muster:sample:003</guid>')
})

test('what the client has already is not sent again', async () => {
  const first = await fetch(feed.url)
  const etag = first.headers.get('etag') ?? ''
  const second = await fetch(feed.url, { headers: { 'if-none-match': `"other", W/${etag}` } })
  expect([first.status, second.status, await second.text()]).toEqual([200, 304, ''])
})

test('an article has a page', async () => {
  const page = await (await fetch(new URL('/articles/001', feed.url))).text()
  expect(page).toContain(
    '<h1>Putin’s Desperate Move: North Korea Sends Troops to Ukraine as Russian Forces Dwindle</h1>',
  )
  expect(page).toContain('<p>- Combat experience for his troops</p>')
})

test('anything else is not found', async () => {
  expect((await fetch(new URL('/articles/999', feed.url))).status).toBe(404)
})

test('a taken port is given up for a free one', async () => {
  const second = await startSampleFeed({ port: feed.port })
  expect(second.port).not.toBe(feed.port)
  await second.stop()
})
