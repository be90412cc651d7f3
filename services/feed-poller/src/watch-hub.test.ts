import { createHmac } from 'node:crypto'
import { answerHub, askHubs, type Feed, findFeed, findPolls, findPush, takePush } from '@muster/feeds'
import { quiet, startReceiver } from '@muster/testing'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { item, openPoller, sharedParser, type TestPoller } from './testing/open-poller.ts'

const HOUR_MS = 3_600_000
const parser = sharedParser()
let poller: TestPoller
let items: string[]
let status: number
let linkHeader: string[]
let hub: Awaited<ReturnType<typeof startReceiver>>

beforeEach(async () => {
  poller = await openPoller(parser, '2024-10-23T08:00:00Z')
  items = [item('1', 'One')]
  status = 200
  linkHeader = []
  hub = await startReceiver()
})
afterEach(async () => {
  await hub.close()
  await poller.close()
})
afterAll(() => parser.stop())

const hoursTo = ({ nextPollAt }: Feed): number => (nextPollAt.getTime() - poller.now().getTime()) / HOUR_MS
const pushOf = async (feed: Feed) => (await findPush(poller.pool, feed.id)) ?? fail('no push')
const fail = (what: string): never => {
  throw new Error(what)
}
const ask = () =>
  askHubs({
    pool: poller.pool,
    http: poller.http,
    logger: quiet,
    publicUrl: 'https://muster.example/',
    now: poller.now(),
  })

/** A feed that names the hub and has been polled once. */
async function open(): Promise<Feed> {
  const links = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub.url}"/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://news.example/self"/>`
  const url = await poller.serve((_, response) =>
    response
      .writeHead(status, { etag: '"1"', ...(linkHeader.length > 0 && { link: linkHeader }) })
      .end(`<rss version="2.0"><channel><title>T</title>${links}${items.join('')}</channel></rss>`),
  )
  return poller.poll(await poller.add(url))
}

/** Does what the hub does to confirm a subscription. */
async function confirm(feed: Feed, leaseSeconds = 864_000): Promise<string | null> {
  await ask()
  const { token, topic } = await pushOf(feed)
  const query = {
    mode: 'subscribe',
    topic,
    challenge: 'c',
    leaseSeconds: `${leaseSeconds}`,
    reason: undefined,
  }
  return answerHub(poller.pool, token, query, poller.now())
}

async function push(feed: Feed, secret?: string): Promise<boolean> {
  const found = await pushOf(feed)
  const body = Buffer.from('<rss/>')
  const signature = createHmac('sha256', secret ?? found.secret)
    .update(body)
    .digest('hex')
  return takePush(poller.pool, found.token, `sha256=${signature}`, body, poller.now())
}

test('a hub that the feed names is asked once, with the topic, the callback and a secret', async () => {
  const feed = await open()
  await ask()
  await ask()
  const { token, secret } = await pushOf(feed)
  expect(hub.requests).toHaveLength(1)
  expect(Object.fromEntries(new URLSearchParams(hub.requests[0]?.body))).toEqual({
    'hub.mode': 'subscribe',
    'hub.topic': 'https://news.example/self',
    'hub.callback': `https://muster.example/websub/${token}`,
    'hub.secret': secret,
    'hub.lease_seconds': '864000',
  })
})

test('what the Link header names goes before what the body does', async () => {
  linkHeader = ['<https://hub.example/push>; rel="hub"', '</canonical>; rel="self"']
  const feed = await open()
  const push = await pushOf(feed)
  expect(push).toMatchObject({
    hub: 'https://hub.example/push',
    topic: new URL('/canonical', feed.url).href,
  })
})

test('a hub of the Link header alone is followed, under the address that the body names', async () => {
  linkHeader = ['<https://hub.example/push>; rel="hub"']
  const push = await pushOf(await open())
  expect(push).toMatchObject({ hub: 'https://hub.example/push', topic: 'https://news.example/self' })
})

test('only what is wanted is confirmed', async () => {
  const feed = await open()
  const { token, topic } = await pushOf(feed)
  const answer = (mode: string, about: string, to = token) =>
    answerHub(
      poller.pool,
      to,
      { mode, topic: about, challenge: 'c', leaseSeconds: '900', reason: 'x' },
      poller.now(),
    )
  expect(await answer('subscribe', 'https://other.example/')).toBeNull()
  expect(await answer('subscribe', topic, 'another')).toBeNull()
  expect(await answer('unsubscribe', topic)).toBeNull()
  expect((await pushOf(feed)).leaseUntil).toBeNull()
  expect(await answer('subscribe', topic)).toBe('c')
  expect((await pushOf(feed)).leaseUntil).toEqual(new Date('2024-10-23T08:15:00Z'))
  expect(await answer('denied', topic)).toBe('')
  expect((await pushOf(feed)).leaseUntil).toBeNull()
})

test('a hub that confirms for a second is asked again in an hour', async () => {
  const feed = await open()
  await confirm(feed, 1)
  poller.pass(HOUR_MS - 1)
  await ask()
  expect(hub.requests).toHaveLength(1)
  poller.pass(1)
  await ask()
  expect(hub.requests).toHaveLength(2)
})

test('a subscribed feed is looked at once a day, and at once when the hub tells of news', async () => {
  const feed = await open()
  expect(await confirm(feed)).toBe('c')
  const daily = await poller.pollWhenDue(feed)
  expect(hoursTo(daily)).toBeGreaterThan(21)
  poller.pass(HOUR_MS)
  items.unshift(item('2', 'Two'))
  expect(await push(daily)).toBe(true)
  const due = (await findFeed(poller.pool, feed.id)) as Feed
  expect(due.nextPollAt).toEqual(poller.now())
  const polled = await poller.poll(feed)
  expect(hoursTo(polled)).toBeGreaterThan(21)
  expect(await findPolls(poller.pool, feed.id, null, 1)).toMatchObject([{ isPush: true, new: 1 }])
})

test('a push with another secret is answered like any other and wakes nothing; an unknown one is refused', async () => {
  const feed = await open()
  await confirm(feed)
  const before = (await findFeed(poller.pool, feed.id))?.nextPollAt
  expect(await push(feed, 'another')).toBe(true)
  const { token } = await pushOf(feed)
  for (const signature of [undefined, '', 'sha1=ab', 'sha256=ab']) {
    await takePush(poller.pool, token, signature, Buffer.from('x'), poller.now())
  }
  expect((await findFeed(poller.pool, feed.id))?.nextPollAt).toEqual(before)
  expect(await takePush(poller.pool, 'unknown', undefined, Buffer.from('x'), poller.now())).toBe(false)
})

test.each([
  [500, 'failed'],
  [304, 'not-modified'],
  [200, 'unchanged'],
])(
  'a push whose poll is answered by %i (%s) is followed by polls as without a hub',
  async (answer, lastOutcome) => {
    const feed = await open()
    await confirm(feed)
    const daily = await poller.pollWhenDue(feed)
    poller.pass(HOUR_MS)
    await push(daily)
    status = answer
    const polled = await poller.poll(feed)
    expect(polled).toMatchObject({ lastOutcome })
    expect(hoursTo(polled)).toBeLessThan(1)
    expect(await findPolls(poller.pool, feed.id, null, 1)).toMatchObject([{ isPush: true, new: 0 }])
  },
)

test.each([
  ['sha1', 'sha1', 40, true],
  ['sha256', 'sha256', 64, true],
  ['SHA256', 'sha256', 64, true],
  ['sha384', 'sha384', 96, true],
  ['sha512', 'sha512', 128, true],
  ['sha256', 'sha1', 40, false],
  ['sha1', 'sha256', 64, false],
  ['sha1', 'sha1', 38, false],
  ['sha256', 'sha256', 63, false],
  ['md5', 'md5', 32, false],
  ['sha224', 'sha224', 56, false],
  ['', 'sha1', 40, false],
])('a push signed as "%s" by %s with %i digits wakes its feed: %s', async (named, method, digits, wakes) => {
  const feed = await open()
  await confirm(feed)
  const { token, secret } = await pushOf(feed)
  const body = Buffer.from('<rss/>')
  const digest = createHmac(method, secret).update(body).digest('hex').slice(0, digits)
  const wrong = digest.replace(/^./, (first) => (first === '0' ? '1' : '0'))
  const due = async () => (await findFeed(poller.pool, feed.id))?.nextPollAt
  const before = await due()
  await takePush(poller.pool, token, `${named}=${wrong}`, body, poller.now())
  expect(await due()).toEqual(before)
  await takePush(poller.pool, token, `${named}=${digest}`, body, poller.now())
  expect(await due()).toEqual(wakes ? new Date('2024-10-23T08:01:00Z') : before)
})

test('pushes wake a feed once a minute at most', async () => {
  const feed = await open()
  await confirm(feed)
  await push(feed)
  expect((await findFeed(poller.pool, feed.id))?.nextPollAt).toEqual(new Date('2024-10-23T08:01:00Z'))
})

test('a feed whose hub said nothing of its news is polled as before for 23 hours', async () => {
  const feed = await open()
  await confirm(feed)
  poller.pass(1)
  const daily = await poller.pollWhenDue(feed)
  items.unshift(item('2', 'Two'))
  const found = await poller.pollWhenDue(daily)
  expect(hoursTo(found)).toBeLessThan(1)
  poller.pass(23 * HOUR_MS)
  expect(hoursTo(await poller.pollWhenDue(found))).toBeGreaterThan(21)
})

test('a lease is renewed when a tenth is left, and when it ends the feed is polled as before', async () => {
  const feed = await open()
  await confirm(feed)
  poller.pass(9 * 24 * HOUR_MS - 1)
  await ask()
  expect(hub.requests).toHaveLength(1)
  poller.pass(1)
  await ask()
  expect(hub.requests).toHaveLength(2)
  poller.pass(24 * HOUR_MS)
  expect(hoursTo(await poller.pollWhenDue(feed))).toBeLessThan(1)
})

test('a hub that refuses is asked again in a day, and a feed that names none any more is followed no longer', async () => {
  hub.answerWith(500)
  const feed = await open()
  await ask()
  const { rows } = await poller.pool.query('select last_error from feed_pushes')
  expect(rows).toEqual([{ last_error: 'HTTP 500' }])
  poller.pass(24 * HOUR_MS)
  await ask()
  expect(hub.requests).toHaveLength(2)
  await poller.pool.query(`update feed_pushes set hub = 'https://another.example/'`)
  items.unshift(item('2', 'Two'))
  await poller.pollWhenDue(feed)
  expect((await pushOf(feed)).hub).toBe(hub.url)
})
