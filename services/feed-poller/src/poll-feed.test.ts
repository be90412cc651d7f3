import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addFeed, createFeedParser, type Feed, findFeed } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { createQueues, type Queues } from '@muster/queues'
import { createHttpClient, createNetworkAllowance, type HttpClient } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { pollFeed } from './poll-feed.ts'
import { schedulePolls } from './schedule-polls.ts'

const LIMITS = { timeoutMs: 20_000, maxBodyBytes: 10_000, userAgent: 'test' }
const item = (id: string, text: string) => `<item><guid>${id}</guid><description>${text}</description></item>`
const rss = (...items: string[]) =>
  `<rss version="2.0"><channel><title>The Courier</title>${items.join('')}</channel></rss>`

const parser = createFeedParser()
let pool: Pool
let queues: Queues
let http: HttpClient
const closing: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  const databaseUrl = await freshDatabase()
  pool = createPool(databaseUrl, 'test', quiet)
  queues = createQueues({ databaseUrl, redisUrl: undefined }, quiet)
  http = createHttpClient(createNetworkAllowance('127.0.0.0/8'), LIMITS)
  closing.push(
    () => http.close(),
    () => queues.close(),
    () => pool.end(),
  )
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

afterAll(() => parser.stop())

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.unshift(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

async function poll(url: string, client = http): Promise<Feed> {
  const { feed } = await addFeed(pool, { url, outlet: 'A' }, new Date())
  await pollFeed(
    { pool, queues, http: client, parser, logger: quiet },
    { feedId: feed.id, dueAt: feed.nextPollAt.toISOString() },
  )
  return (await findFeed(pool, feed.id)) as Feed
}

async function queued(): Promise<number> {
  const counts = await queues
    .all()
    .find(({ name }) => name === 'extractions')
    ?.getJobCounts('waiting')
  return counts?.waiting ?? 0
}

const articles = async () => (await pool.query(`select from events where type = 'ArticleCaptured'`)).rowCount

test('new entries are captured and handed over for extraction, and the feed is due again after its interval', async () => {
  const url = await serve((_, response) =>
    response.writeHead(200, { etag: '"1"' }).end(rss(item('1', 'One'), item('2', 'Two'))),
  )
  const feed = await poll(url)
  expect([await articles(), await queued()]).toEqual([2, 2])
  expect(feed).toMatchObject({
    title: 'The Courier',
    etag: '"1"',
    lastOutcome: 'modified',
    lastError: null,
    consecutiveFailures: 0,
  })
  const minutes = (feed.nextPollAt.getTime() - (feed.lastPolledAt?.getTime() ?? 0)) / 60_000
  expect(minutes).toBeGreaterThanOrEqual(13.5)
  expect(minutes).toBeLessThanOrEqual(16.5)
})

test('the validators of the last answer are sent, and a 304 captures nothing and keeps them', async () => {
  const asked: (string | undefined)[] = []
  const url = await serve((request, response) => {
    asked.push(request.headers['if-none-match'])
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
    else response.writeHead(200, { etag: '"1"' }).end(rss(item('1', 'One')))
  })
  await poll(url)
  const feed = await poll(url)
  expect(asked).toEqual([undefined, '"1"'])
  expect(feed).toMatchObject({ etag: '"1"', lastOutcome: 'not-modified' })
  expect(await articles()).toBe(1)
})

test('a job for a poll that was done already does nothing', async () => {
  let requests = 0
  const url = await serve((_, response) => {
    requests++
    response.end(rss(item('1', 'One')))
  })
  const { feed } = await addFeed(pool, { url, outlet: 'A' }, new Date())
  const job = { feedId: feed.id, dueAt: feed.nextPollAt.toISOString() }
  await pollFeed({ pool, queues, http, parser, logger: quiet }, job)
  await pollFeed({ pool, queues, http, parser, logger: quiet }, job)
  expect(requests).toBe(1)
})

test.each<[string, RequestListener, string | RegExp]>([
  ['an error', (_, response) => response.writeHead(503).end(), 'HTTP 503'],
  ['a web page', (_, response) => response.end('<!doctype html><title>x</title>'), /^not-a-feed: /],
  ['nothing', (_, response) => response.end(), /^not-a-feed: /],
  ['a huge body', (_, response) => response.end('x'.repeat(10_001)), 'Error: the body is over 10000 bytes'],
  ['a broken connection', (request) => request.socket.destroy(), /socket|closed/i],
])(
  'a feed that serves %s is recorded as failed, backs off, and stops no other',
  async (_, answer, reason) => {
    const bad = await poll(await serve(answer))
    expect(bad).toMatchObject({ lastOutcome: 'failed', consecutiveFailures: 1 })
    expect(bad.lastError).toMatch(reason)
    const minutes = (bad.nextPollAt.getTime() - (bad.lastPolledAt?.getTime() ?? 0)) / 60_000
    expect(minutes).toBeGreaterThanOrEqual(27)
    await poll(await serve((_, response) => response.end(rss(item('1', 'One')))))
    expect(await articles()).toBe(1)
  },
)

test('a feed that never answers is given up and recorded as failed', async () => {
  const impatient = createHttpClient(createNetworkAllowance('127.0.0.0/8'), { ...LIMITS, timeoutMs: 500 })
  closing.unshift(() => impatient.close())
  const bad = await poll(await serve(() => {}), impatient)
  expect(bad).toMatchObject({ lastOutcome: 'failed', consecutiveFailures: 1 })
  expect(bad.lastError).toMatch(/timeout/i)
})

test('an entry that cannot be read loses no other of its feed', async () => {
  const nul = '&#0;'
  await poll(
    await serve((_, response) => response.end(rss(item('1', `a${nul}b`), item('2', ''), item('3', 'Three')))),
  )
  expect(await articles()).toBe(2)
})

test('a NUL in the id of an entry loses no entry of its feed', async () => {
  const feed = await poll(
    await serve((_, response) => response.end(rss(item('a\0b', 'One'), item('2', 'Two')))),
  )
  expect(feed).toMatchObject({ lastOutcome: 'modified', lastError: null })
  expect(await articles()).toBe(2)
})

test('a feed whose entry could not be stored is asked for it again in full', async () => {
  const url = await serve((request, response) => {
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
    else response.writeHead(200, { etag: '"1"' }).end(rss(item('1', 'One')))
  })
  await pool.query('alter table snapshots rename to snapshots_away')
  expect(await poll(url)).toMatchObject({
    etag: null,
    lastOutcome: 'modified',
    lastError: '1 entries could not be captured',
  })
  await pool.query('alter table snapshots_away rename to snapshots')
  expect(await poll(url)).toMatchObject({ etag: '"1"', lastOutcome: 'modified', lastError: null })
  expect(await articles()).toBe(1)
})

test('due feeds are queued once, paused and later ones not at all', async () => {
  const now = new Date('2024-10-23T00:00:00Z')
  await addFeed(pool, { url: 'https://a.example/1', outlet: 'A' }, now)
  await addFeed(pool, { url: 'https://a.example/2', outlet: 'A' }, new Date('2024-10-23T00:00:01Z'))
  await schedulePolls(pool, queues, now)
  await schedulePolls(pool, queues, now)
  const jobs = await queues
    .all()
    .find(({ name }) => name === 'feed-polls')
    ?.getWaiting()
  expect(jobs?.map(({ data }) => data.dueAt)).toEqual(['2024-10-23T00:00:00.000Z'])
})
