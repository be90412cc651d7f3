import { articleStream, findDueLooks, findPageOutcomes, takeDownArticle } from '@muster/articles'
import { createPageReader, setFeedFullText, setFeedStatus } from '@muster/feeds'
import { withTransaction } from '@muster/postgres'
import { createQueues } from '@muster/queues'
import { freshRedis, quiet } from '@muster/testing'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { scheduleLooks } from './schedule-looks.ts'
import { openPoller, sharedParser, type TestPoller } from './testing/open-poller.ts'
import { html, lookUntilDone, pageOf, pollSummary, SENTENCES, status } from './testing/pages.ts'

const HOUR_MS = 3_600_000
const EDITED = SENTENCES.map((each) => each.replace('3,000', '4,000'))
const NOTICE = Array(3).fill(
  'We and our partners store cookies on your device; please agree, or subscribe to our paper now.',
)
const parser = sharedParser()
const reader = createPageReader()
let poller: TestPoller
let paths: string[]
let answer = html(pageOf(SENTENCES))

beforeEach(async () => {
  poller = await openPoller(parser, '2024-10-23T00:00:00Z')
  answer = html(pageOf(SENTENCES))
  paths = await pollSummary(poller, { '/one': (response, request) => answer(response, request) })
  await lookUntilDone(poller, reader)
})
afterEach(() => poller.close())
afterAll(() => Promise.all([parser.stop(), reader.stop()]))

/** Passes the hours, the tenth that jitter may add, and looks at what is due. */
async function look(hours: number): Promise<void> {
  poller.pass(1.1 * hours * HOUR_MS)
  await lookUntilDone(poller, reader)
}

const requests = () => paths.filter((path) => path === '/one').length
const outcomes = async () =>
  (await findPageOutcomes(poller.pool)).flatMap(({ outcome, reason, looks }) =>
    outcome.startsWith('captured') ? [] : `${looks} ${outcome}${reason === 'none' ? '' : `: ${reason}`}`,
  )
const rows = async (sql: string) => (await poller.pool.query(sql)).rows
const articleEvents = async () =>
  (await rows(`select type from events where stream_id like 'article-%' order by position`)).map(
    ({ type }) => type,
  )

test('a page changed after an hour is one revision, and nothing after a day and a week', async () => {
  answer = html(pageOf(EDITED))
  await look(1)
  expect(await articleEvents()).toEqual(['ArticleCaptured', 'ArticleRevised'])
  const [{ text }] = await rows(
    `select text from events join snapshots on hash = data ->> 'snapshotHash' where type = 'ArticleRevised'`,
  )
  expect([text, await poller.queued()]).toEqual([EDITED.join('\n\n'), 2])
  for (const hours of [24, 7 * 24, 30 * 24]) await look(hours)
  expect(await articleEvents()).toEqual(['ArticleCaptured', 'ArticleRevised'])
  expect([requests(), await outcomes(), await rows('select from page_looks')]).toEqual([
    4,
    ['1 revised', '2 unchanged'].sort(),
    [],
  ])
})

test('a look comes not before nine tenths of its hour', async () => {
  poller.pass(0.89 * HOUR_MS)
  expect(await poller.look(reader)).toBe(0)
  poller.pass(0.21 * HOUR_MS)
  expect(await poller.look(reader)).toBe(1)
})

test.each([404, 410])(
  'a page that is missing (%s) and still is an hour later is gone, and left alone',
  async (code) => {
    answer = status(code)
    await look(1)
    expect(await articleEvents()).toEqual(['ArticleCaptured'])
    await look(1)
    expect(await articleEvents()).toEqual(['ArticleCaptured', 'ArticleGone'])
    expect(await poller.events('ArticleGone')).toMatchObject([{ status: code }])
    await look(24)
    expect([requests(), await outcomes()]).toEqual([3, ['1 gone', '1 missing']])
  },
)

test('a page that is missing once is not gone, and its looks go on', async () => {
  answer = status(404)
  await look(1)
  answer = html(pageOf(SENTENCES))
  await look(1)
  answer = status(404)
  await look(24)
  answer = html(pageOf(EDITED))
  await look(1)
  expect(await articleEvents()).toEqual(['ArticleCaptured', 'ArticleRevised'])
})

test.each([
  ['an error', 500, 'http-500'],
  ['a request for a pause', 429, 'http-429'],
])('after %s the page is looked at again an hour later', async (_, code, reason) => {
  answer = status(code)
  await look(1)
  await look(1)
  answer = html(pageOf(EDITED))
  await look(1)
  expect(await articleEvents()).toEqual(['ArticleCaptured', 'ArticleRevised'])
  expect(await outcomes()).toEqual([`2 failed: ${reason}`, '1 revised'])
})

test('a page for subscribers, no page and a notice in its place change nothing', async () => {
  answer = status(402)
  await look(1)
  answer = (response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF')
  await look(24)
  answer = html(pageOf(NOTICE))
  await look(7 * 24)
  expect([await articleEvents(), await rows('select from page_looks')]).toEqual([['ArticleCaptured'], []])
  expect(await outcomes()).toEqual([
    '1 failed: http-402',
    '1 failed: page-not-html',
    '1 failed: page-of-other-text',
  ])
})

test('a page that never answers again is given up a day after the last look', async () => {
  answer = status(500)
  for (let hours = 0; hours < 9 * 24; hours++) await look(1)
  const asked = requests()
  await look(24)
  expect([asked > 100, requests() - asked, await rows('select from page_looks')]).toEqual([true, 0, []])
})

test('an article whose texts were taken down is not looked at', async () => {
  const [{ id }] = await rows(`select data ->> 'articleId' as id from events where type = 'ArticleCaptured'`)
  await withTransaction(poller.pool, (tx) => takeDownArticle(tx, id, 'asked for', poller.now()))
  answer = html(pageOf(EDITED))
  await look(1)
  expect([requests(), await articleEvents()]).toEqual([1, ['ArticleCaptured', 'ArticleTextRemoved']])
})

test('the looks end with the permission, and wait while the feed is paused', async () => {
  const [{ id }] = await rows('select id from feeds')
  answer = html(pageOf(EDITED))
  await setFeedStatus(poller.pool, id, 'paused', poller.now())
  await look(1)
  expect(requests()).toBe(1)
  await setFeedStatus(poller.pool, id, 'active', poller.now())
  await look(0)
  expect([requests(), await articleEvents()]).toEqual([2, ['ArticleCaptured', 'ArticleRevised']])
  await setFeedFullText(poller.pool, id, false, poller.now())
  await look(24)
  expect([requests(), await outcomes()]).toEqual([2, ['1 ended', '1 revised']])
})

test('looks that were missed are made up for by one', async () => {
  answer = html(pageOf(EDITED))
  await look(30 * 24)
  expect([requests(), await articleEvents()]).toEqual([2, ['ArticleCaptured', 'ArticleRevised']])
})

test('a job done twice, by two processes at once, is one revision', async () => {
  answer = html(pageOf(EDITED))
  poller.pass(1.1 * HOUR_MS)
  const due = await rows(`select article_id as "articleId", due_at as "dueAt" from page_looks`)
  await Promise.all([poller.look(reader), poller.look(reader)])
  await lookUntilDone(poller, reader)
  expect([due.length, await articleEvents()]).toEqual([1, ['ArticleCaptured', 'ArticleRevised']])
})

test('an emptied Redis loses no look, and repeats none', async ({ skip }) => {
  const redisUrl = await freshRedis()
  if (!redisUrl) return skip()
  const queues = createQueues({ databaseUrl: '', redisUrl, logId: 'test' }, quiet)
  const empty = () => Promise.all(queues.all().map((queue) => queue.obliterate({ force: true })))
  const jobs = async () =>
    (
      await queues
        .all()
        .find(({ name }) => name === 'page-looks')
        ?.getWaiting()
    )?.map(({ data }) => data.articleId)
  answer = html(pageOf(EDITED))
  poller.pass(1.1 * HOUR_MS)
  await scheduleLooks(poller.pool, queues, poller.now())
  const before = await jobs()
  await empty()
  await scheduleLooks(poller.pool, queues, poller.now())
  const after = await jobs()
  await lookUntilDone(poller, reader)
  await empty()
  await scheduleLooks(poller.pool, queues, poller.now())
  const last = await jobs()
  await queues.close()
  const [{ stream }] = await rows(`select stream_id as stream from events where type = 'ArticleRevised'`)
  expect([before?.map(articleStream), after, last]).toEqual([[stream], before, []])
  expect(await articleEvents()).toEqual(['ArticleCaptured', 'ArticleRevised'])
})

test('of more pages than are taken at once the longest due come first, entries that wait before all others', async () => {
  await poller.pool.query(
    `insert into page_looks (article_id, feed_id, url, domain, seen_at, due_at, feed_length, entry, captured_at)
     select v.id::uuid, f.id, 'https://' || v.domain, v.domain, v.due::timestamptz, v.due::timestamptz, 1, v.entry::json,
            case when v.entry is null then v.due::timestamptz end
       from feeds f, (values
         ('00000000-0000-4000-8000-000000000001', 'a.example', '2024-10-22T03:00:00Z', null),
         ('00000000-0000-4000-8000-000000000002', 'b.example', '2024-10-22T02:00:00Z', null),
         ('00000000-0000-4000-8000-000000000003', 'b.example', '2024-10-22T01:00:00Z', null),
         ('00000000-0000-4000-8000-000000000004', 'c.example', '2024-10-22T04:00:00Z', '{}')) v (id, domain, due, entry)`,
  )
  const at = { now: new Date('2024-10-22T05:00:00Z'), overdue: new Date('2024-10-22T00:00:00Z') }
  const due = await findDueLooks(poller.pool, { ...at, limit: 2 })
  expect(due.map(({ articleId }) => articleId.at(-1)).sort()).toEqual(['3', '4'])
})
