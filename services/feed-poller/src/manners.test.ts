import { type Feed, findFeed, setFeedStatus } from '@muster/feeds'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { schedulePolls } from './schedule-polls.ts'
import { item, openPoller, rss, sharedParser, type TestPoller } from './testing/open-poller.ts'

const START = '2024-10-23T08:00:00Z'
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const parser = sharedParser()
let poller: TestPoller
beforeEach(async () => {
  poller = await openPoller(parser, START)
})
afterEach(() => poller.close())
afterAll(() => parser.stop())

const again = async (feed: Feed): Promise<Feed> => (await findFeed(poller.pool, feed.id)) as Feed
const hoursTo = ({ nextPollAt }: Feed): number => (nextPollAt.getTime() - poller.now().getTime()) / HOUR_MS

test('a domain is asked once in two seconds, by all of its hosts and all workers', async () => {
  const url = await poller.serve((_, response) => response.end(rss(item('1', 'One'))), 'a.example.com')
  const first = await poller.add(url)
  const second = await poller.add(url.replace('a.', 'b.'))
  expect((await poller.poll(first)).lastOutcome).toBe('modified')
  const deferred = await poller.poll(second)
  expect(deferred).toMatchObject({ lastOutcome: null, nextPollAt: new Date('2024-10-23T08:00:02Z') })
  poller.pass(1_999)
  expect((await poller.poll(second)).lastOutcome).toBeNull()
  poller.pass(1)
  expect((await poller.poll(second)).lastOutcome).toBe('modified')
})

test('while a domain is asked nobody else asks it, and two workers ask it once', async () => {
  let open = 0
  let most = 0
  const url = await poller.serve((_, response) => {
    open++
    most = Math.max(most, open)
    setTimeout(() => {
      open--
      response.end(rss(item('1', 'One')))
    }, 50)
  }, 'a.example.com')
  const feeds = await Promise.all(['a', 'b', 'c', 'd'].map((path) => poller.add(`${url}${path}`)))
  const polled = await Promise.all(feeds.map((feed) => poller.poll(feed)))
  expect(most).toBe(1)
  expect(polled.filter(({ lastOutcome }) => lastOutcome !== null)).toHaveLength(1)
})

test('of each domain one feed is queued, and none while it may not be asked', async () => {
  const [a, b, c] = await Promise.all(
    ['https://a.example.com/1', 'https://b.example.com/2', 'https://example.org/3'].map((url) =>
      poller.add(url),
    ),
  )
  await schedulePolls(poller.pool, poller.queues, poller.now())
  const jobs = await poller.queues.all()[0]?.getWaiting()
  const ids = jobs?.map(({ data }) => data.feedId) ?? []
  expect(ids).toHaveLength(2)
  expect(ids).toContain(c?.id)
  expect(ids.some((id) => id === a?.id || id === b?.id)).toBe(true)
})

test.each([429, 503])(
  '%i with Retry-After holds the whole domain until then, and is no failure',
  async (status) => {
    let asked = 0
    const url = await poller.serve((_, response) => {
      asked++
      response.writeHead(status, { 'retry-after': '7200' }).end()
    }, 'a.example.com')
    const feed = await poller.poll(await poller.add(url))
    expect(feed).toMatchObject({
      lastOutcome: 'throttled',
      lastError: `HTTP ${status}`,
      consecutiveFailures: 0,
      nextPollAt: new Date('2024-10-23T10:00:00Z'),
    })
    const neighbour = await poller.poll(await poller.add(url.replace('a.', 'b.')))
    expect(neighbour).toMatchObject({ lastOutcome: null, nextPollAt: new Date('2024-10-23T10:00:00Z') })
    expect(asked).toBe(1)
  },
)

test('429 without Retry-After holds the domain for half an hour, then an hour', async () => {
  const url = await poller.serve((_, response) => response.writeHead(429).end(), 'a.example.com')
  const feed = await poller.poll(await poller.add(url))
  expect(hoursTo(feed)).toBe(0.5)
  expect(hoursTo(await poller.pollWhenDue(feed))).toBe(1)
})

test('429 in an inner network holds the feed alone', async () => {
  const url = await poller.serve((request, response) => {
    if (request.url === '/a') response.writeHead(429, { 'retry-after': '7200' }).end()
    else response.end(rss(item('1', 'One')))
  })
  expect(hoursTo(await poller.poll(await poller.add(`${url}a`)))).toBe(2)
  poller.pass(2_000)
  expect((await poller.poll(await poller.add(`${url}b`))).lastOutcome).toBe('modified')
})

test('a second 410 within a day parks a feed; it is asked once a week and recovers by itself', async () => {
  let isGone = true
  const url = await poller.serve((_, response) =>
    isGone ? response.writeHead(410).end() : response.end(rss(item('1', 'One'))),
  )
  let feed = await poller.poll(await poller.add(url))
  expect(feed).toMatchObject({ status: 'active', lastOutcome: 'gone' })
  expect(hoursTo(feed)).toBe(12)
  feed = await poller.pollWhenDue(feed)
  expect(feed).toMatchObject({ status: 'parked', parkedBecause: 'gone', trouble: 'gone' })
  expect(hoursTo(feed) / 24 / 7).toBeCloseTo(1, 0)
  expect(await poller.events('FeedGone')).toEqual([{ feedId: feed.id }])
  isGone = false
  feed = await poller.pollWhenDue(feed)
  expect(feed).toMatchObject({ status: 'active', parkedBecause: null, trouble: null, consecutiveFailures: 0 })
  expect(await poller.events('FeedRecovered')).toEqual([{ feedId: feed.id, from: 'gone' }])
})

test('a feed that fails for a day is told of once, after a month parked, and as recovered when it is', async () => {
  let isBroken = true
  const url = await poller.serve((_, response) =>
    isBroken ? response.writeHead(500).end() : response.end(rss(item('1', 'One'))),
  )
  let feed = await poller.poll(await poller.add(url))
  while (poller.now().getTime() - Date.parse(START) < DAY_MS) {
    expect(feed.trouble).toBeNull()
    feed = await poller.pollWhenDue(feed)
  }
  expect(feed).toMatchObject({ status: 'active', trouble: 'failing' })
  while (feed.status === 'active') feed = await poller.pollWhenDue(feed)
  expect(poller.now().getTime() - Date.parse(START)).toBeGreaterThanOrEqual(30 * DAY_MS)
  expect(feed).toMatchObject({ status: 'parked', parkedBecause: 'failing', lastError: 'HTTP 500' })
  expect(await poller.events('FeedFailing')).toMatchObject([
    { since: '2024-10-23T08:00:00.000Z', reason: 'HTTP 500' },
  ])
  expect(await poller.events('FeedParked')).toHaveLength(1)
  isBroken = false
  feed = await poller.pollWhenDue(feed)
  expect(feed).toMatchObject({ status: 'active', trouble: null, lastError: null })
  expect(await poller.events('FeedRecovered')).toEqual([{ feedId: feed.id, from: 'failing' }])
})

test('a feed silent beyond its own history is told of once, and as recovered with the next item', async () => {
  const items = Array.from({ length: 20 }, (_, index) => {
    const at = new Date(Date.parse(START) - index * 20 * HOUR_MS).toUTCString()
    return item(`${index}`, `Text ${index}`, `<pubDate>${at}</pubDate>`)
  })
  const url = await poller.serve((_, response) => response.end(rss(...items)))
  let feed = await poller.poll(await poller.add(url))
  // Seven mean gaps of 20 hours.
  while (poller.now().getTime() - Date.parse(START) <= 139 * HOUR_MS) {
    expect(feed.trouble).toBeNull()
    feed = await poller.pollWhenDue(feed)
  }
  while (feed.trouble === null) feed = await poller.pollWhenDue(feed)
  expect(poller.now().getTime() - Date.parse(START)).toBeLessThan(160 * HOUR_MS)
  await poller.pollWhenDue(feed)
  expect(await poller.events('FeedWentQuiet')).toEqual([
    { feedId: feed.id, lastNewsAt: '2024-10-23T08:00:00.000Z', limitSeconds: 140 * 3600 },
  ])
  items.unshift(item('new', 'News at last', `<pubDate>${poller.now().toUTCString()}</pubDate>`))
  expect(await poller.pollWhenDue(feed)).toMatchObject({ trouble: null, lastOutcome: 'modified' })
  expect(await poller.events('FeedRecovered')).toEqual([{ feedId: feed.id, from: 'quiet' }])
})

/** Twenty items, one in 20 hours, the latest at an instant. */
const twenty = (latest: number, name: string, text: string): string[] =>
  Array.from({ length: 20 }, (_, index) => {
    const at = new Date(latest - index * 20 * HOUR_MS).toUTCString()
    return item(`${name} ${index}`, text && `${text} ${index}`, `<pubDate>${at}</pubDate>`)
  })

test.each<[string, (now: number) => string[]]>([
  ['known entries under new dates', (now) => twenty(now, 'known', 'Text')],
  ['new entries without text', (now) => twenty(now, `${now}`, '')],
  ['entries that cannot be stored', (now) => twenty(now, 'broken', `Other text at ${now}`)],
])('%s are no news: a feed of nothing else is silent', async (_, itemsAt) => {
  const url = await poller.serve((_, response) => {
    const now = poller.now().getTime()
    const isFirst = now === Date.parse(START)
    response.end(rss(...(isFirst ? twenty(now, 'known', 'Text') : itemsAt(now))))
  })
  let feed = await poller.poll(await poller.add(url))
  expect(feed.pollState.moments).toHaveLength(20)
  await poller.pool.query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
     create trigger refuse before insert on events for each row when (new.type like 'Article%')
       execute function refuse()`,
  )
  poller.pass(139 * HOUR_MS)
  feed = await poller.pollWhenDue(feed)
  expect(feed).toMatchObject({ lastOutcome: 'modified', trouble: null })
  poller.pass(12 * HOUR_MS)
  feed = await poller.pollWhenDue(feed)
  expect(feed).toMatchObject({ lastOutcome: 'modified', trouble: 'quiet' })
  expect(await poller.events('FeedWentQuiet')).toEqual([
    { feedId: feed.id, lastNewsAt: '2024-10-23T08:00:00.000Z', limitSeconds: 140 * 3600 },
  ])
})

test('a feed that never brought an entry with text is silent since it was added', async () => {
  const url = await poller.serve((_, response) => {
    const now = poller.now().getTime()
    response.end(rss(...twenty(now, `${now}`, '')))
  })
  let feed = await poller.poll(await poller.add(url))
  poller.pass(20 * HOUR_MS)
  feed = await poller.pollWhenDue(feed)
  expect(feed).toMatchObject({ lastOutcome: 'modified', trouble: null })
  poller.pass(141 * HOUR_MS)
  feed = await poller.pollWhenDue(feed)
  expect(feed).toMatchObject({ lastOutcome: 'modified', trouble: 'quiet' })
  expect(await poller.events('FeedWentQuiet')).toMatchObject([{ lastNewsAt: '2024-10-23T08:00:00.000Z' }])
})

test('once a feed has brought news, its rhythm is learnt from what is new alone', async () => {
  const hour = (hours: number) => Date.parse(START) + hours * HOUR_MS
  const dated = (id: string, at: number) => item(id, id, `<pubDate>${new Date(at).toUTCString()}</pubDate>`)
  let items = [dated('a', hour(-3)), dated('b', hour(-2))]
  const url = await poller.serve((_, response) => response.end(rss(...items)))
  const first = await poller.poll(await poller.add(url))
  expect(first.pollState.moments).toEqual([hour(-3), hour(-2)])
  poller.pass(4 * HOUR_MS)
  items = [dated('a', hour(1)), dated('b', hour(2)), dated('c', hour(3)), item('', '', '')]
  const second = await poller.poll(first)
  expect(second.pollState.moments).toEqual([hour(-3), hour(-2), hour(3)])
})

test('when hardly any host is reached, nothing is counted against a feed', async () => {
  const closed = await poller.serve(() => {})
  const port = new URL(closed).port
  const dead = await poller.serve((request) => request.socket.destroy())
  expect(port).not.toBe('')
  const results: Feed[] = []
  for (let host = 0; host < 7; host++) {
    const url = new URL(dead)
    url.hostname = `feeds.host-${host}.com`
    results.push(await poller.poll(await poller.add(url.href)))
  }
  expect(results.map(({ consecutiveFailures }) => consecutiveFailures)).toEqual([1, 1, 1, 1, 0, 0, 0])
  expect(results[6]?.lastError).toContain('hardly any host was reached: not counted')
})

test('the validators of a 304 and of an unchanged body are kept, the newest of each', async () => {
  const asked: unknown[] = []
  const answers: [number, string][] = [
    [200, '"1"'],
    [304, '"2"'],
    [200, '"3"'],
    [304, '"3"'],
  ]
  const url = await poller.serve((request, response) => {
    asked.push(request.headers['if-none-match'])
    const [status, etag] = answers.shift() ?? [500, '']
    response.writeHead(status, { etag, 'last-modified': 'Tue, 22 Oct 2024 00:00:00 GMT' })
    response.end(status === 200 ? rss(item('1', 'One')) : '')
  })
  let feed = await poller.add(url)
  const outcomes: (string | null)[] = []
  for (let count = 0; count < 4; count++) {
    feed = await poller.pollWhenDue(feed)
    outcomes.push(feed.lastOutcome)
  }
  expect(asked).toEqual([undefined, '"1"', '"2"', '"3"'])
  expect(outcomes).toEqual(['modified', 'not-modified', 'unchanged', 'not-modified'])
  expect(feed).toMatchObject({ etag: '"3"', lastModified: 'Tue, 22 Oct 2024 00:00:00 GMT' })
})

test('once a week a feed is asked without validators, and one whose validator lied is never sent any again', async () => {
  const asked: unknown[] = []
  const items = [item('1', 'One')]
  const url = await poller.serve((request, response) => {
    asked.push(request.headers['if-none-match'])
    if (request.headers['if-none-match']) response.writeHead(304).end()
    else response.writeHead(200, { etag: '"for ever"' }).end(rss(...items))
  })
  const added = await poller.add(url)
  await poller.pool.query('update feeds set interval_seconds = 20000')
  let feed = await poller.poll(added)
  items.unshift(item('2', 'Two'))
  while (asked.filter((each) => each === undefined).length < 2) feed = await poller.pollWhenDue(feed)
  expect(poller.now().getTime() - Date.parse(START)).toBeGreaterThanOrEqual(7 * DAY_MS)
  expect(poller.now().getTime() - Date.parse(START)).toBeLessThan(9 * DAY_MS)
  expect(feed.lastOutcome).toBe('modified')
  const before = asked.length
  await poller.pollWhenDue(await poller.pollWhenDue(feed))
  expect(asked.slice(before)).toEqual([undefined, undefined])
})

test('a parked feed that is resumed starts with a clean record', async () => {
  const url = await poller.serve((_, response) => response.writeHead(500).end())
  let feed = await poller.poll(await poller.add(url))
  while (feed.status === 'active') feed = await poller.pollWhenDue(feed)
  await setFeedStatus(poller.pool, feed.id, 'active', poller.now())
  expect(await poller.poll(feed)).toMatchObject({ status: 'active', parkedBecause: null, trouble: null })
})

test('a feed paused while it is polled stays paused', async () => {
  const url = await poller.serve(async (_, response) => {
    await poller.pool.query(`update feeds set status = 'paused'`)
    response.end(rss(item('1', 'One')))
  })
  const feed = await poller.poll(await poller.add(url))
  expect(await again(feed)).toMatchObject({ status: 'paused', lastOutcome: 'modified' })
})
