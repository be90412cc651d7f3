import { randomBytes } from 'node:crypto'
import { type Feed, findDueFeeds, findFeed } from '@muster/feeds'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { item, openPoller, rss, sharedParser, type TestPoller } from './testing/open-poller.ts'

const HOUR_MS = 3_600_000

const parser = sharedParser()
let poller: TestPoller
beforeEach(async () => {
  poller = await openPoller(parser, '2024-10-23T08:00:00Z')
})
afterEach(() => poller.close())
afterAll(() => parser.stop())

const again = async (feed: Feed): Promise<Feed> => (await findFeed(poller.pool, feed.id)) as Feed

test('429 behind a redirect holds the domain that said it, and the feed; the one that redirected goes on', async () => {
  const asked: string[] = []
  const target = await poller.serve((_, response) => {
    asked.push('target')
    response.writeHead(429, { 'retry-after': '7200' }).end()
  }, 'a.example.com')
  const url = await poller.serve(({ url: path }, response) => {
    if (path === '/') response.writeHead(302, { location: target }).end()
    else response.end(rss(item('1', 'One')))
  }, 'example.org')
  const later = new Date('2024-10-23T10:00:00Z')
  expect(await poller.poll(await poller.add(url))).toMatchObject({
    lastOutcome: 'throttled',
    nextPollAt: later,
  })
  poller.pass(2_000)
  const neighbour = await poller.poll(await poller.add(target.replace('a.', 'b.')))
  expect(neighbour).toMatchObject({ lastOutcome: null, nextPollAt: later })
  expect((await poller.poll(await poller.add(`${url}other`))).lastOutcome).toBe('modified')
  expect(asked).toEqual(['target'])
})

test('a redirect to a domain that may not be asked now puts the poll off', async () => {
  const target = await poller.serve((_, response) => response.end(rss(item('1', 'One'))), 'a.example.com')
  const url = await poller.serve(
    (_, response) => response.writeHead(302, { location: target }).end(),
    'example.org',
  )
  await poller.poll(await poller.add(target))
  const deferred = await poller.poll(await poller.add(url))
  expect(deferred).toMatchObject({ lastOutcome: null, nextPollAt: new Date('2024-10-23T08:00:02Z') })
  expect((await poller.pollWhenDue(deferred)).lastOutcome).toBe('modified')
})

test('feeds that redirect to a busy domain wait for its turns, and are asked no more than it is', async () => {
  const target = await poller.serve((_, response) => response.end(rss(item('1', 'One'))), 'a.example.com')
  const asked: string[] = []
  const feeds: Feed[] = []
  for (const name of ['one', 'two', 'three', 'four']) {
    const url = await poller.serve((_, response) => {
      asked.push(name)
      response.writeHead(302, { location: `${target}${name}` }).end()
    }, `${name}.example`)
    feeds.push(await poller.add(url))
  }
  for (const feed of feeds) await poller.poll(feed)
  expect(asked).toEqual(['one', 'two', 'three', 'four'])
  for (const name of ['two', 'three', 'four']) {
    poller.pass(2_000)
    expect(await findDueFeeds(poller.pool, poller.now(), 100)).toHaveLength(1)
    // As if all were queued: the turn is one feed's, and nothing is asked for the others.
    for (const feed of feeds) if ((await again(feed)).lastOutcome === null) await poller.poll(feed)
    expect(asked.splice(4)).toEqual([name])
  }
  const polled = await Promise.all(feeds.map(again))
  expect(polled.map(({ lastOutcome, domain }) => `${lastOutcome} by ${domain}`)).toEqual(
    Array(4).fill('modified by example.com'),
  )
})

test('a feed that redirects to a domain asking for a pause is left alone until that is over', async () => {
  const target = await poller.serve(
    (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end(),
    'a.example.com',
  )
  let asked = 0
  const url = await poller.serve((_, response) => {
    asked++
    response.writeHead(302, { location: target }).end()
  }, 'one.example')
  const [first, second] = [await poller.add(`${url}first`), await poller.add(`${url}second`)]
  await poller.poll(first)
  poller.pass(2_000)
  expect((await poller.poll(second)).nextPollAt).toEqual(new Date('2024-10-23T10:00:00Z'))
  await poller.pool.query('update feeds set next_poll_at = $1', [poller.now()])
  expect((await poller.poll(second)).nextPollAt).toEqual(new Date('2024-10-23T10:00:00Z'))
  expect(asked).toBe(2)
})

test('a domain that was taken for a redirect which did not come is free at once', async () => {
  const target = await poller.serve((_, response) => response.end(rss(item('1', 'One'))), 'a.example.com')
  let redirects = true
  const url = await poller.serve((_, response) => {
    if (redirects) response.writeHead(302, { location: target }).end()
    else response.end(rss(item('1', 'One')))
  }, 'b.example.org')
  const feed = await poller.poll(await poller.add(url))
  expect(feed.domain).toBe('example.com')
  redirects = false
  expect(await poller.pollWhenDue(feed)).toMatchObject({ lastOutcome: 'unchanged', domain: 'example.org' })
  expect((await poller.poll(await poller.add(target))).lastOutcome).toBe('modified')
})

test.each([301, 308])(
  '%i is taken for good after five in a row over a day; the old address stays an alias',
  async (status) => {
    const target = await poller.serve((_, response) => response.end(rss(item('1', 'One'))), 'new.example.org')
    const url = await poller.serve(
      (_, response) => response.writeHead(status, { location: target }).end(),
      'old.example.com',
    )
    let feed = await poller.add(url)
    for (let count = 1; count <= 5; count++) {
      feed = await poller.pollWhenDue(feed)
      expect(feed.url).toBe(url)
      poller.pass(5 * HOUR_MS)
    }
    feed = await poller.pollWhenDue(feed)
    expect(feed).toMatchObject({ url: target, domain: 'example.org' })
    expect(await poller.events('FeedMoved')).toEqual([{ feedId: feed.id, url: target }])
    expect((await poller.add(url)).id).toBe(feed.id)
  },
)

test('302 and a 301 behind it are followed and never stored', async () => {
  const url = await poller.serve((request, response) => {
    if (request.url === '/') response.writeHead(302, { location: '/b' }).end()
    else if (request.url === '/b') response.writeHead(301, { location: '/c' }).end()
    else response.end(rss(item('1', 'One')))
  })
  let feed = await poller.add(url)
  for (let count = 0; count < 7; count++) {
    feed = await poller.pollWhenDue(feed)
    poller.pass(6 * HOUR_MS)
  }
  expect(feed).toMatchObject({ url, lastOutcome: 'unchanged' })
})

test('an address that is longer than a feed may have is followed and never stored', async () => {
  const far = `/?${randomBytes(2_000).toString('hex')}`
  const url = await poller.serve(({ url: path }, response) => {
    if (path === '/') response.writeHead(301, { location: far }).end()
    else response.end(rss(item('1', 'One')))
  })
  let feed = await poller.add(url)
  for (let count = 0; count < 7; count++) {
    feed = await poller.pollWhenDue(feed)
    poller.pass(6 * HOUR_MS)
  }
  expect(feed).toMatchObject({ url, lastOutcome: 'unchanged' })
})
