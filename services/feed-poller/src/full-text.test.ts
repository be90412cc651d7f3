import { findPageOutcomes } from '@muster/articles'
import { createPageReader, setFeedFullText } from '@muster/feeds'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { scheduleLooks } from './schedule-looks.ts'
import { item, openPoller, rss, sharedParser, type TestPoller } from './testing/open-poller.ts'
import {
  type Answers,
  html,
  lookUntilDone,
  pageOf,
  pollSummary,
  SENTENCES,
  SUMMARY,
  status,
} from './testing/pages.ts'

const PAGE = pageOf(SENTENCES)
const TEXT = SENTENCES.join('\n\n')
const parser = sharedParser()
const reader = createPageReader()
let poller: TestPoller

beforeEach(async () => {
  poller = await openPoller(parser, '2024-10-23T00:00:00Z')
})
afterEach(() => poller.close())
afterAll(() => Promise.all([parser.stop(), reader.stop()]))

/** What of the captured articles tells whose text they have. */
async function captured() {
  const { rows } = await poller.pool.query(
    `select text, data ->> 'textBasis' as basis, data ->> 'pageFailure' as failure
       from events join snapshots on hash = data ->> 'snapshotHash' where type = 'ArticleCaptured' order by position`,
  )
  return rows
}

const fromFeed = (failure: string | null) => [{ text: SUMMARY, basis: 'feed', failure }]

test('a summary waits for its page, which is asked for once after robots.txt, and its main text is captured', async () => {
  const asked = await pollSummary(poller, { '/one': html(PAGE), '/robots.txt': status(404) })
  expect([await captured(), await poller.queued()]).toEqual([[], 0])
  await lookUntilDone(poller, reader)
  expect(await captured()).toEqual([{ text: TEXT, basis: 'page', failure: null }])
  expect([asked, await poller.queued()]).toEqual([['/robots.txt', '/one'], 1])
  expect(await findPageOutcomes(poller.pool)).toEqual([
    { outcome: 'captured-from-page', reason: 'none', looks: 1 },
  ])
})

test('robots.txt and the page are two seconds apart', async () => {
  const asked = await pollSummary(poller, { '/one': html(PAGE) })
  poller.pass(2_000)
  await poller.look(reader)
  poller.pass(1_999)
  expect([await poller.look(reader), asked]).toEqual([0, ['/robots.txt']])
  poller.pass(1)
  expect([await poller.look(reader), asked]).toEqual([1, ['/robots.txt', '/one']])
})

test('without the permission no page is asked for', async () => {
  const asked = await pollSummary(poller, { '/one': html(PAGE) }, { fullText: false })
  await lookUntilDone(poller, reader)
  expect([asked, await captured()]).toEqual([[], fromFeed(null)])
})

test('a permission that is taken back holds for what waits already', async () => {
  const asked = await pollSummary(poller, { '/one': html(PAGE) })
  const { rows } = await poller.pool.query('select id from feeds')
  await setFeedFullText(poller.pool, rows[0].id, false, poller.now())
  await lookUntilDone(poller, reader, 1)
  expect([asked, await captured()]).toEqual([[], fromFeed('not-allowed')])
  expect((await poller.events('FeedFullTextSet')).map(({ fullText }) => fullText)).toEqual([true, false])
})

test('a text that the feed carries in full is captured as it is', async () => {
  const link = '<link>http://news.example/one</link>'
  const content = `<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">${TEXT}</content:encoded>`
  const url = await poller.serve((_, response) => response.end(rss(item('1', SUMMARY, link + content))))
  await poller.pollWhenDue(await poller.add(url, true))
  expect(await captured()).toMatchObject([{ basis: 'feed', failure: null }])
})

test.each<[string, Answers, string, number?]>([
  [
    'robots.txt disallows',
    { '/robots.txt': (r) => r.end('User-agent: muster\nDisallow: /o') },
    'robots-disallow',
  ],
  ['robots.txt fails', { '/robots.txt': status(503) }, 'robots-http-503'],
  ['is gone', { '/one': status(410) }, 'http-410'],
  ['is for subscribers', { '/one': status(402) }, 'http-402'],
  ['asks for a pause', { '/one': status(429) }, 'http-429'],
  ['fails', { '/one': status(500) }, 'http-500'],
  [
    'is no page',
    { '/one': (r) => r.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF') },
    'page-not-html',
  ],
  [
    'has no more text',
    { '/one': html('<html><body><p>Accept cookies?</p></body></html>') },
    'page-no-longer',
  ],
  ['has 50 MB', { '/one': html('<p>word '.repeat(6_250_000)) }, 'too-large'],
  ['nests 100,000 deep', { '/one': html('<div>'.repeat(100_000)) }, 'page-too-deep'],
  ['has 100,000 elements', { '/one': html('<br>'.repeat(100_000)) }, 'page-too-many-nodes'],
  ['is full of stray signs', { '/one': html(`<p>${'<'.repeat(2_000_000)}`) }, 'page-too-many-nodes'],
  [
    'leads into an inner network',
    { '/one': (r) => r.writeHead(302, { location: 'http://10.0.0.1/' }).end() },
    'robots-refused-address',
  ],
])(
  'an entry whose page %s is captured with the text of the feed, and the reason',
  async (_, answers, reason) => {
    await pollSummary(poller, answers)
    for (let n = 0; n < 9; n++) {
      poller.pass(2 * 60_000)
      await poller.look(reader)
    }
    expect(await captured()).toEqual(fromFeed(reason))
    expect(await findPageOutcomes(poller.pool)).toEqual([{ outcome: 'captured-from-feed', reason, looks: 1 }])
    const { rows } = await poller.pool.query('select wants, entry from page_looks')
    expect(rows).toEqual([{ wants: 'presence', entry: null }])
  },
)

test('a passing failure of the page is waited out', async () => {
  let times = 0
  await pollSummary(poller, {
    '/one': (response, request) => (++times < 3 ? status(502) : html(PAGE))(response, request),
  })
  for (let n = 0; n < 4; n++) {
    poller.pass(2 * 60_000)
    await poller.look(reader)
  }
  expect([times, await captured()]).toEqual([3, [{ text: TEXT, basis: 'page', failure: null }]])
})

test('a page that asks for a pause behind a redirect holds the domain that said it', async () => {
  const target = await poller.serve(
    ({ url }, response) =>
      url === '/robots.txt'
        ? response.writeHead(404).end()
        : response.writeHead(429, { 'retry-after': '7200' }).end(),
    'pages.example.org',
  )
  await pollSummary(poller, {
    '/one': (response) => response.writeHead(302, { location: target }).end(),
  })
  await lookUntilDone(poller, reader, 3)
  expect(await captured()).toEqual(fromFeed('http-429'))
  const { rows } = await poller.pool.query(
    'select domain, free_at = held_until as held from feed_domains where held_until is not null',
  )
  expect(rows).toEqual([{ domain: 'example.org', held: true }])
})

test.each([429, 503])(
  'a robots.txt that asks for a pause (%i) holds its domain until then, and allows nothing meanwhile',
  async (code) => {
    const answers: Answers = {
      '/one': html(PAGE),
      '/robots.txt': (response) => response.writeHead(code, { 'retry-after': '7200' }).end(),
    }
    const asked = await pollSummary(poller, answers, { host: 'news.example.com' })
    poller.pass(2_000)
    const until = new Date(poller.now().getTime() + 7_200_000)
    await lookUntilDone(poller, reader, 10)
    expect([asked, await captured()]).toEqual([['/robots.txt'], fromFeed(`robots-http-${code}`)])
    const { rows } = await poller.pool.query('select held_until as "heldUntil", throttled from feed_domains')
    expect(rows).toEqual([{ heldUntil: new Date(until.getTime() + 2_000), throttled: 1 }])
  },
)

test.each(['/robots.txt', '/one'])(
  'a pause that %s asks for is waited for where it is short',
  async (path) => {
    let isBusy = true
    const asked = await pollSummary(poller, {
      '/one': html(PAGE),
      [path]: (response, request) => {
        if (isBusy) response.writeHead(503, { 'retry-after': '240' }).end()
        else (path === '/one' ? html(PAGE) : status(404))(response, request)
      },
    })
    await lookUntilDone(poller, reader, 100)
    expect(await captured()).toEqual([])
    expect(asked.filter((each) => each === path)).toHaveLength(1)
    isBusy = false
    await lookUntilDone(poller, reader, 30)
    expect(await captured()).toEqual([{ text: TEXT, basis: 'page', failure: null }])
  },
)

test('a robots.txt that asks for a pause behind a redirect holds the host that said it', async () => {
  const target = await poller.serve(
    (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end(),
    'pages.example.org',
  )
  await pollSummary(poller, {
    '/one': html(PAGE),
    '/robots.txt': (response) => response.writeHead(302, { location: `${target}robots.txt` }).end(),
  })
  await lookUntilDone(poller, reader, 3)
  expect(await captured()).toEqual(fromFeed('robots-http-429'))
  const { rows } = await poller.pool.query('select domain from feed_domains where held_until is not null')
  expect(rows).toEqual([{ domain: 'example.org' }])
})

test('an entry waits ten minutes for a domain that asked for a pause, and no longer', async () => {
  await pollSummary(poller, { '/one': html(PAGE) })
  await poller.pool.query(`update feed_domains set free_at = $1`, [
    new Date(poller.now().getTime() + 7_200_000),
  ])
  poller.pass(9 * 60_000)
  await poller.look(reader)
  expect(await captured()).toEqual([])
  poller.pass(60_000)
  await poller.look(reader)
  expect(await captured()).toEqual(fromFeed('domain-busy'))
})

test('a redirect to another host is followed where its robots.txt allows that', async () => {
  const answers: Answers = { '/robots.txt': (r) => r.end('User-agent: *\nDisallow: /private') }
  const other = await poller.serve((request, response) => {
    const answer = request.url === '/robots.txt' ? answers['/robots.txt'] : html(PAGE)
    answer?.(response, request)
  }, 'other.example')
  await pollSummary(poller, { '/one': (r) => r.writeHead(301, { location: `${other}private/one` }).end() })
  await lookUntilDone(poller, reader, 4)
  expect(await captured()).toEqual(fromFeed('robots-disallow'))
})

test('a page that redirects to a busy domain waits for its turn, and is not asked for until then', async () => {
  const target = await poller.serve(
    (request, response) => (request.url === '/robots.txt' ? status(404) : html(PAGE))(response, request),
    'pages.example.org',
  )
  const asked = await pollSummary(poller, { '/one': (r) => r.writeHead(302, { location: target }).end() })
  await poller.pool.query(`insert into feed_domains (domain, free_at) values ('example.org', $1)`, [
    new Date(poller.now().getTime() + 60_000),
  ])
  await lookUntilDone(poller, reader, 20)
  expect(asked).toEqual(['/robots.txt', '/one'])
  // Another takes the turn, and the page waits for the next.
  poller.pass(21_000)
  await poller.pool.query(`update feed_domains set free_at = $1 where domain = 'example.org'`, [
    new Date(poller.now().getTime() + 25_000),
  ])
  await lookUntilDone(poller, reader, 10)
  expect(asked).toEqual(['/robots.txt', '/one'])
  // The rules of the other host take a turn of their own.
  await lookUntilDone(poller, reader, 6)
  expect(asked).toEqual(['/robots.txt', '/one', '/one', '/one'])
  expect(await captured()).toEqual([{ text: TEXT, basis: 'page', failure: null }])
})

test('the article that linked data states goes before what the page looks like', async () => {
  const data = JSON.stringify({
    '@graph': [{ '@type': 'NewsArticle', articleBody: 'One soldier left.\nTwo came back, and three.' }],
  })
  await pollSummary(poller, {
    '/one': html(`<html><head><script type="application/ld+json">${data}</script></head><body>${PAGE}`),
  })
  await lookUntilDone(poller, reader)
  expect(await captured()).toMatchObject([
    { text: 'One soldier left.\n\nTwo came back, and three.', basis: 'page' },
  ])
})

test('a page in an old encoding that only its own head names is read', async () => {
  const body = Buffer.from(
    `<html><head><meta charset="windows-1251"></head><body><p>${'\xd1\xee\xeb\xe4\xe0\xf2\xfb, '.repeat(20)}</p></body></html>`,
    'latin1',
  )
  await pollSummary(poller, { '/one': (r) => r.writeHead(200, { 'content-type': 'text/html' }).end(body) })
  await lookUntilDone(poller, reader)
  expect((await captured())[0]?.text).toMatch(/^Солдаты, Солдаты/)
})

test('an entry that is there without any text is what its page says', async () => {
  const url = await poller.serve((request, response) => {
    if (request.url === '/')
      response.end(rss(item('1', '', `<link>http://${request.headers.host}/one</link>`)))
    else (request.url === '/one' ? html(PAGE) : status(404))(response, request)
  }, 'news.example')
  await poller.pollWhenDue(await poller.add(url, true))
  await lookUntilDone(poller, reader)
  expect(await captured()).toMatchObject([{ text: TEXT, basis: 'page' }])
})

test('an entry that waits is known to the next poll, in its newest words', async () => {
  let words = SUMMARY
  const url = await poller.serve((request, response) =>
    response.end(rss(item('1', words, `<link>http://${request.headers.host}/robots.txt</link>`))),
  )
  const feed = await poller.add(url, true)
  await poller.pollWhenDue(feed)
  words = 'Soldiers left the town at noon.'
  await poller.pollWhenDue(feed)
  const { rows } = await poller.pool.query('select new, known, fetched from feed_polls order by polled_at')
  expect(rows).toEqual([
    { new: 1, known: 0, fetched: 1 },
    { new: 0, known: 1, fetched: 1 },
  ])
  await lookUntilDone(poller, reader)
  expect(await captured()).toMatchObject([{ text: words, basis: 'feed' }])
})

test('a summary that changes later does not take the place of the text of the page', async () => {
  let words = SUMMARY
  const url = await poller.serve((request, response) => {
    const feed = rss(item('1', words, `<link>http://${request.headers.host}/one</link>`))
    if (request.url === '/') response.end(feed)
    else (request.url === '/one' ? html(PAGE) : status(404))(response, request)
  })
  const feed = await poller.add(url, true)
  await poller.pollWhenDue(feed)
  await lookUntilDone(poller, reader)
  words = 'Soldiers left the town at noon.'
  await poller.pollWhenDue(feed)
  await lookUntilDone(poller, reader)
  expect([await captured(), await poller.events('ArticleRevised')]).toMatchObject([[{ text: TEXT }], []])
})

test('a look that was done is not done again, and its job is queued once', async () => {
  const asked = await pollSummary(poller, { '/one': html(PAGE) })
  poller.pass(2_000)
  await scheduleLooks(poller.pool, poller.queues, poller.now())
  await scheduleLooks(poller.pool, poller.queues, poller.now())
  const jobs = await poller.queues
    .all()
    .find(({ name }) => name === 'page-looks')
    ?.getWaiting()
  expect(jobs?.length).toBe(1)
  await lookUntilDone(poller, reader, 5)
  expect([asked, (await captured()).length]).toEqual([['/robots.txt', '/one'], 1])
})
