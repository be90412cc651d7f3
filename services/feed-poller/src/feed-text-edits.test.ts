import { findPageOutcomes } from '@muster/articles'
import { createPageReader, type Feed, setFeedFullText } from '@muster/feeds'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { item, openPoller, rss, sharedParser, type TestPoller } from './testing/open-poller.ts'
import { type Answers, html, lookUntilDone, pageOf, SENTENCES, status } from './testing/pages.ts'

const HOUR_MS = 3_600_000
const WHOLE = SENTENCES.join(' ')
const parser = sharedParser()
const reader = createPageReader()
let poller: TestPoller
let answers: Answers
let text: string
let asked: string[]

beforeEach(async () => {
  poller = await openPoller(parser, '2024-10-23T00:00:00Z')
  answers = { '/one': html(pageOf(SENTENCES)) }
  text = WHOLE
  asked = []
})
afterEach(() => poller.close())
afterAll(() => Promise.all([parser.stop(), reader.stop()]))

/** A feed that carries its one article whole, whose page is at /one, polled once. */
async function open(fullText: boolean, link = '/one'): Promise<Feed> {
  const url = await poller.serve((request, response) => {
    const path = request.url ?? ''
    const content = `<content:encoded>${text}</content:encoded><link>http://${request.headers.host}${link}</link>`
    if (path === '/')
      return response.end(rss(item('1', 'Troops leave.', link ? content : content.split('<link>')[0])))
    asked.push(path)
    return (answers[path] ?? status(404))(response, request)
  }, 'news.example')
  return poller.poll(await poller.add(url, fullText))
}

/** Passes the hours, the tenth that jitter may add, and looks at what is due. */
async function look(hours: number): Promise<void> {
  poller.pass(1.1 * hours * HOUR_MS)
  await lookUntilDone(poller, reader)
}

const articleEvents = async () =>
  (
    await poller.pool.query(`select type from events where stream_id like 'article-%' order by position`)
  ).rows.map(({ type }) => type)
const outcomes = async () =>
  (await findPageOutcomes(poller.pool)).map(({ outcome, reason, looks }) => `${looks} ${outcome} ${reason}`)

test('the page of an article whose text the feed gives is looked for after an hour, a day and a week, and never read', async () => {
  await open(true)
  await lookUntilDone(poller, reader)
  expect(asked).toEqual([])
  answers['/one'] = html(pageOf(SENTENCES.map((each) => each.replace('3,000', '4,000'))))
  for (const hours of [1, 24, 7 * 24, 30 * 24]) await look(hours)
  expect(asked.filter((path) => path === '/one')).toHaveLength(3)
  expect([await articleEvents(), await outcomes()]).toEqual([['ArticleCaptured'], ['3 present none']])
})

test.each([404, 410])('its page missing twice (%i), an hour apart, is ArticleGone', async (code) => {
  await open(true)
  answers['/one'] = status(code)
  await look(1)
  expect(await articleEvents()).toEqual(['ArticleCaptured'])
  await look(1)
  expect(await poller.events('ArticleGone')).toMatchObject([{ status: code }])
  await look(7 * 24)
  expect(asked.filter((path) => path === '/one')).toHaveLength(2)
})

test.each<[string, Answers[string]]>([
  ['fails', status(500)],
  ['is for subscribers', status(403)],
  ['is a picture', (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x')],
])('its page that %s is not gone', async (_, answer) => {
  await open(true)
  answers['/one'] = answer
  for (const hours of [1, 1, 24, 7 * 24]) await look(hours)
  expect(await articleEvents()).toEqual(['ArticleCaptured'])
})

test('what robots.txt disallows is not looked for either', async () => {
  answers['/robots.txt'] = (response) => response.end('User-agent: *\nDisallow: /')
  await open(true)
  for (const hours of [1, 24, 7 * 24]) await look(hours)
  expect(new Set(asked)).toEqual(new Set(['/robots.txt']))
  expect(await outcomes()).toEqual(['3 failed robots-disallow'])
})

test('an article without an address has no page to look for', async () => {
  await open(true, '')
  for (const hours of [1, 24, 7 * 24]) await look(hours)
  expect([asked, await articleEvents()]).toEqual([[], ['ArticleCaptured']])
})

test('an article whose page failed at first is looked for as well', async () => {
  answers['/one'] = status(403)
  text = ''
  await open(true)
  await lookUntilDone(poller, reader)
  expect(await poller.events('ArticleCaptured')).toMatchObject([
    { textBasis: 'feed', pageFailure: 'http-403' },
  ])
  answers['/one'] = status(404)
  await look(1)
  await look(1)
  expect(await articleEvents()).toEqual(['ArticleCaptured', 'ArticleGone'])
})

test('of a feed that is not allowed full text no page is ever asked for, be it gone', async () => {
  answers = { '/one': status(404) }
  const feed = await open(false)
  for (const hours of [1, 1, 24, 7 * 24]) {
    await look(hours)
    await poller.pollWhenDue(feed)
  }
  expect([asked, await articleEvents()]).toEqual([[], ['ArticleCaptured']])
})

test('the looks end when the permission does', async () => {
  const feed = await open(true)
  await setFeedFullText(poller.pool, feed.id, false, poller.now())
  answers = { '/one': status(404) }
  await look(1)
  await look(24)
  expect([asked, await outcomes()]).toEqual([[], ['1 ended none']])
})

test.each([true, false])(
  'a text that the feed serves changed, within the hour or a week later, is a revision (full text: %s)',
  async (fullText) => {
    const feed = await open(fullText)
    for (const days of [0, 1, 7]) {
      poller.pass(days * 24 * HOUR_MS)
      text = WHOLE.replace('3,000', `${days + 4},000`)
      const polled = await poller.pollWhenDue(feed)
      expect(polled.lastOutcome).toBe('modified')
    }
    expect(await articleEvents()).toEqual(['ArticleCaptured', ...Array(3).fill('ArticleRevised')])
  },
)

test('a feed of slow rhythm is asked an hour after it brought something, for corrections', async () => {
  const items = Array.from({ length: 20 }, (_, index) => {
    const at = new Date(poller.now().getTime() - index * 20 * HOUR_MS).toUTCString()
    return item(`${index}`, `Text ${index}`, `<pubDate>${at}</pubDate>`)
  })
  const url = await poller.serve((_, response) => response.end(rss(...items)))
  const first = await poller.poll(await poller.add(url))
  const hours = (feed: Feed) => (feed.nextPollAt.getTime() - poller.now().getTime()) / HOUR_MS
  expect(hours(first)).toBeGreaterThanOrEqual(0.9)
  expect(hours(first)).toBeLessThanOrEqual(1.1)
  const second = await poller.pollWhenDue(first)
  expect(second.lastOutcome).toBe('unchanged')
  expect(hours(second)).toBeGreaterThanOrEqual(9)
})
