import type { RequestListener } from 'node:http'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { item, openPoller, rss, sharedParser, type TestPoller } from './testing/open-poller.ts'

const parser = sharedParser()
let poller: TestPoller
beforeEach(async () => {
  // A Wednesday.
  poller = await openPoller(parser, '2024-10-23T08:00:00Z')
})
afterEach(() => poller.close())
afterAll(() => parser.stop())

/** When a feed that answers so is due again after its first poll. */
async function dueAfter(answer: RequestListener): Promise<Date> {
  return (await poller.poll(await poller.add(await poller.serve(answer)))).nextPollAt
}

const withHeaders = (headers: Record<string, string>) =>
  dueAfter((_, response) => response.writeHead(200, headers).end(rss(item('1', 'One'))))
const withChannel = (elements: string) =>
  dueAfter((_, response) => response.end(rss(item('1', 'One')).replace('<channel>', `<channel>${elements}`)))

test.each<[string, Record<string, string>, string]>([
  ['max-age', { 'cache-control': 'public, max-age=7200' }, '2024-10-23T10:00:00Z'],
  ['max-age less Age', { 'cache-control': 'max-age=7200', age: '600' }, '2024-10-23T09:50:00Z'],
  ['max-age of a year as a day', { 'cache-control': 'max-age=31536000' }, '2024-10-24T08:00:00Z'],
])('a server is left alone for %s', async (_, headers, due) => {
  expect(await withHeaders(headers)).toEqual(new Date(due))
})

test.each<[string, string, string]>([
  ['ttl', '<ttl>120</ttl>', '2024-10-23T10:00:00Z'],
  [
    'sy:update*',
    '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">daily</sy:updatePeriod><sy:updateFrequency xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">4</sy:updateFrequency>',
    '2024-10-23T14:00:00Z',
  ],
  ['skipHours', '<skipHours><hour>8</hour><hour>9</hour></skipHours>', '2024-10-23T10:00:00Z'],
  ['skipDays', '<skipDays><day>Wednesday</day></skipDays>', '2024-10-24T00:00:00Z'],
  [
    'ttl into an hour that it skips',
    '<ttl>120</ttl><skipHours><hour>10</hour></skipHours>',
    '2024-10-23T11:00:00Z',
  ],
  ['a ttl of a week as a day', '<ttl>10080</ttl>', '2024-10-24T08:00:00Z'],
])('a feed is left alone as its %s has it', async (_, elements, due) => {
  expect(await withChannel(elements)).toEqual(new Date(due))
})

test.each<[string, Record<string, string>]>([
  ['no-cache', { 'cache-control': 'no-cache, max-age=7200' }],
  ['no-store', { 'cache-control': 'no-store, max-age=7200' }],
  ['a max-age that is over', { 'cache-control': 'max-age=600', age: '900' }],
  ['a max-age of nonsense', { 'cache-control': 'max-age=soon' }],
])('%s holds nothing up: the feed is due in its own rhythm', async (_, headers) => {
  const minutes = ((await withHeaders(headers)).getTime() - poller.now().getTime()) / 60_000
  expect(minutes).toBeGreaterThanOrEqual(13.5)
  expect(minutes).toBeLessThanOrEqual(16.5)
})

test('the max-age of a 304 counts as well, and the ttl of the document before it', async () => {
  const document = rss(item('1', 'One')).replace('<channel>', '<channel><ttl>60</ttl>')
  const ages = [600, 7_200, 600]
  const url = await poller.serve(({ headers }, response) => {
    const status = headers['if-none-match'] ? 304 : 200
    response.writeHead(status, { etag: '"1"', 'cache-control': `max-age=${ages.shift()}` })
    response.end(status === 200 ? document : '')
  })
  let feed = await poller.poll(await poller.add(url))
  const due: string[] = []
  for (let poll = 0; poll < 3; poll++) {
    due.push(`${feed.lastOutcome} ${feed.nextPollAt.toISOString()}`)
    if (poll < 2) feed = await poller.pollWhenDue(feed)
  }
  expect(due).toEqual([
    'modified 2024-10-23T09:00:00.000Z',
    'not-modified 2024-10-23T11:00:00.000Z',
    'not-modified 2024-10-23T12:00:00.000Z',
  ])
})

test('a feed whose server asks for longer than its failures do is tried again after them', async () => {
  let isBroken = false
  const url = await poller.serve((_, response) => {
    if (isBroken) response.writeHead(500).end()
    else response.writeHead(200, { 'cache-control': 'max-age=7200' }).end(rss(item('1', 'One')))
  })
  const feed = await poller.poll(await poller.add(url))
  isBroken = true
  const failed = await poller.pollWhenDue(feed)
  const minutes = (failed.nextPollAt.getTime() - poller.now().getTime()) / 60_000
  expect([failed.lastOutcome, minutes >= 27, minutes <= 33]).toEqual(['failed', true, true])
})
