import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { addFeed, type Feed } from '@muster/feeds'
import { createHttpClient, createNetworkAllowance } from '@muster/runtime'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { schedulePolls } from './schedule-polls.ts'
import { startDeafServer } from './testing/deaf-server.ts'
import { item, openPoller, rss, sharedParser, type TestPoller } from './testing/open-poller.ts'

/** Ten megabytes of zeros in less than ten kilobytes. */
const BOMB = gzipSync(Buffer.alloc(10_000_000), { level: 9 })
const HALF = gzipSync('<rss version="2.0"><channel/></rss>').subarray(0, 20)
const parser = sharedParser()
let poller: TestPoller

beforeEach(async () => {
  poller = await openPoller(parser, '2024-10-23T00:00:00Z')
})
afterEach(() => poller.close())
afterAll(() => parser.stop())

const serve = (answer: RequestListener): Promise<string> => poller.serve(answer)
const poll = async (url: string): Promise<Feed> => poller.pollWhenDue(await poller.add(url))
const articles = async (): Promise<number> => (await poller.events('ArticleCaptured')).length
const minutesToNext = ({ nextPollAt, lastPolledAt }: Feed): number =>
  (nextPollAt.getTime() - (lastPolledAt?.getTime() ?? 0)) / 60_000

test('new entries are captured and handed over for extraction, and the feed is due again after its interval', async () => {
  const url = await serve((_, response) =>
    response.writeHead(200, { etag: '"1"' }).end(rss(item('1', 'One'), item('2', 'Two'))),
  )
  const feed = await poll(url)
  expect([await articles(), await poller.queued()]).toEqual([2, 2])
  expect(feed).toMatchObject({
    title: 'The Courier',
    etag: '"1"',
    lastOutcome: 'modified',
    lastError: null,
    consecutiveFailures: 0,
  })
  expect(minutesToNext(feed)).toBeGreaterThanOrEqual(13.5)
  expect(minutesToNext(feed)).toBeLessThanOrEqual(16.5)
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

test('a 304 to a request without validators is no answer: nothing was read that could be unchanged', async () => {
  const feed = await poll(await serve((_, response) => response.writeHead(304, { etag: '"1"' }).end()))
  expect(feed).toMatchObject({
    lastOutcome: 'failed',
    lastError: 'HTTP 304',
    etag: null,
    consecutiveFailures: 1,
  })
})

test('a job for a poll that was done already does nothing', async () => {
  let requests = 0
  const url = await serve((_, response) => {
    requests++
    response.end(rss(item('1', 'One')))
  })
  const feed = await poller.add(url)
  const job = { feedId: feed.id, dueAt: feed.nextPollAt.toISOString() }
  await poller.run(job)
  poller.pass(60_000)
  await poller.run(job)
  expect(requests).toBe(1)
})

test.each<[string, RequestListener, number, string | RegExp]>([
  ['a page that is not there', (_, response) => response.writeHead(404).end(), 4, 'HTTP 404'],
  [
    'half of a page that is not there',
    (request, response) => {
      response.writeHead(404, { 'content-length': '900' }).write('<p>Not')
      setTimeout(() => request.socket.destroy(), 20)
    },
    4,
    'HTTP 404',
  ],
  ['an error', (_, response) => response.writeHead(500).end(), 2, 'HTTP 500'],
  ['an error of its gateway', (_, response) => response.writeHead(502).end(), Math.SQRT2, 'HTTP 502'],
  ['a web page', (_, response) => response.end('<!doctype html><title>x</title>'), 4, /^not-a-feed: /],
  ['nothing', (_, response) => response.end(), 4, /^not-a-feed: /],
  ['a huge body', (_, response) => response.end('x'.repeat(10_001)), 4, /^too-large: .* 10000 bytes$/],
  [
    'no gzip',
    (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end('x'),
    2,
    /^unreadable-body: /,
  ],
  [
    'a bomb',
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
    4,
    /^too-large: /,
  ],
  [
    'half a gzip',
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(HALF),
    2,
    /^unreadable-body: /,
  ],
  [
    'less than its Content-Length',
    (request, response) => {
      response.writeHead(200, { 'content-length': '900' }).write('<rss/>')
      setTimeout(() => request.socket.destroy(), 20)
    },
    Math.SQRT2,
    /^cut-off: the body ended before its time/,
  ],
  [
    'half of its chunks',
    (request, response) => {
      response.writeHead(200).write('<rss/>')
      setTimeout(() => request.socket.destroy(), 20)
    },
    Math.SQRT2,
    /^cut-off: /,
  ],
  [
    'headers without end',
    (_, response) => response.writeHead(200, { 'x-long': 'x'.repeat(20_000) }).end('<rss/>'),
    4,
    /^headers-too-large: /,
  ],
  [
    'endless redirects',
    (_, response) => response.writeHead(302, { location: '/' }).end(),
    4,
    /^bad-redirect: /,
  ],
  [
    'an inner address',
    (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    4,
    /^refused-address: /,
  ],
  ['a broken connection', (request) => request.socket.destroy(), Math.SQRT2, /^unreachable: /],
])(
  'a feed that serves %s is recorded as failed, backs off by the class of the failure, and stops no other',
  async (_, answer, factor, reason) => {
    const bad = await poll(await serve(answer))
    expect(bad).toMatchObject({ lastOutcome: 'failed', consecutiveFailures: 1 })
    expect(bad.lastError).toMatch(reason)
    expect(minutesToNext(bad) / 15 / factor).toBeGreaterThanOrEqual(0.9)
    expect(minutesToNext(bad) / 15 / factor).toBeLessThanOrEqual(1.1)
    await poll(await serve((_, response) => response.end(rss(item('1', 'One')))))
    expect(await articles()).toBe(1)
  },
)

test('a feed that never answers is given up and recorded as failed', async () => {
  const limits = { timeoutMs: 500, maxBodyBytes: 10_000, userAgent: 'test' }
  const impatient = createHttpClient(createNetworkAllowance('127.0.0.0/8'), limits)
  const bad = await poller.poll(await poller.add(await serve(() => {})), impatient)
  await impatient.close()
  expect(bad).toMatchObject({ lastOutcome: 'failed', consecutiveFailures: 1 })
  expect(bad.lastError).toMatch(/^timeout: /)
})

test('a server that takes no connection up is given up and recorded as failed', async () => {
  const deaf = await startDeafServer()
  const limits = { timeoutMs: 20_000, connectTimeoutMs: 300, maxBodyBytes: 10_000, userAgent: 'test' }
  const impatient = createHttpClient(createNetworkAllowance('127.0.0.0/8'), limits)
  const bad = await poller.poll(await poller.add(deaf.url), impatient)
  await impatient.close()
  await deaf.close()
  expect(bad).toMatchObject({ lastOutcome: 'failed', consecutiveFailures: 1 })
  expect(bad.lastError).toMatch(/^timeout: Connect Timeout Error/)
})

test('an entry that cannot be read loses no other of its feed', async () => {
  const nul = '&#0;'
  await poll(
    await serve((_, response) => response.end(rss(item('1', `a${nul}b`), item('2', ''), item('3', 'Three')))),
  )
  expect(await articles()).toBe(2)
})

test('an entry that cannot be stored loses no other of its feed', async () => {
  await poller.pool.query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
     create trigger refuse before insert on snapshots for each row when (new.text = 'Text 7') execute function refuse()`,
  )
  const items = Array.from({ length: 60 }, (_, n) => item(`${n}`, `Text ${n}`))
  const feed = await poll(await serve((_, response) => response.end(rss(...items))))
  expect(feed.lastError).toBe('1 entries could not be captured')
  const { rows } = await poller.pool.query('select fetched, new, failed, drops from feed_polls')
  expect(rows).toEqual([{ fetched: 60, new: 59, failed: 1, drops: [{ entryId: '7', reason: 'not-stored' }] }])
  expect([await articles(), await poller.queued()]).toEqual([59, 59])
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
  await poller.pool.query('alter table snapshots rename to snapshots_away')
  expect(await poll(url)).toMatchObject({
    etag: null,
    lastOutcome: 'modified',
    lastError: '1 entries could not be captured',
  })
  await poller.pool.query('alter table snapshots_away rename to snapshots')
  expect(await poll(url)).toMatchObject({ etag: '"1"', lastOutcome: 'modified', lastError: null })
  expect(await articles()).toBe(1)
})

test('due feeds are queued once, paused and later ones not at all', async () => {
  const now = new Date('2024-10-23T00:00:00Z')
  await addFeed(poller.pool, { url: 'https://a.example/1', outlet: 'A' }, now)
  await addFeed(poller.pool, { url: 'https://a.example/2', outlet: 'A' }, new Date('2024-10-23T00:00:01Z'))
  await schedulePolls(poller.pool, poller.queues, now)
  await schedulePolls(poller.pool, poller.queues, now)
  const jobs = await poller.queues
    .all()
    .find(({ name }) => name === 'feed-polls')
    ?.getWaiting()
  expect(jobs?.map(({ data }) => data.dueAt)).toEqual(['2024-10-23T00:00:00.000Z'])
})
