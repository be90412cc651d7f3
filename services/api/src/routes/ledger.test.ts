import { addFeed, findFeed, type PollReading, recordPoll, takePoll } from '@muster/feeds'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from '../testing/open-api.ts'

type Page = { polls: { polledAt: string; outcome: string }[]; next: string | null }
type Days = { days: { day: string; feeds: object; entries: object }[]; next: string | null }

const NOTHING = { fetched: 0, new: 0, known: 0, changed: 0, filtered: 0, failed: 0, drops: [] }
const DAY_MS = 24 * 3_600_000

let api: OpenApi
let feedId: string
beforeAll(async () => {
  api = await openApi()
  const start = new Date(Date.now() - 2 * DAY_MS)
  const { feed } = await addFeed(api.pool, { url: 'https://news.example/rss', outlet: 'News' }, start)
  feedId = feed.id
  for (const day of [0, 1, 2]) await record(new Date(start.getTime() + day * DAY_MS), day + 1)
})
afterAll(() => api.close())

async function record(now: Date, news: number): Promise<void> {
  const feed = await findFeed(api.pool, feedId)
  const job = { feedId, dueAt: feed?.nextPollAt.toISOString() ?? '' }
  const taken = await takePoll(api.pool, job, { clock: () => now })
  if (!taken) throw new Error('the feed is gone')
  const reading: PollReading = {
    feed: { title: null, schedule: { minSeconds: null, skipHours: [], skipDays: [] }, items: [] },
    counts: {
      ...NOTHING,
      fetched: news + 1,
      new: news,
      filtered: 1,
      drops: [{ entryId: 'x', reason: 'no-text' }],
    },
    news: [],
  }
  const answer = { status: 200, etag: null, lastModified: null, freshSeconds: null, redirects: [] }
  await recordPoll(
    api.pool,
    taken,
    {
      kind: 'modified',
      body: Buffer.alloc(0),
      bodyHash: '',
      contentType: null,
      url: taken.feed.url,
      links: { hubs: [], self: null },
      ...answer,
      wasConditional: false,
    },
    reading,
    { now, floorSeconds: 300, isOutage: false, heldUntil: null, isPushed: false, isPush: false },
  )
  await taken.release()
}

test('the polls of a feed come page by page, the newest first, with what became of each entry', async () => {
  const first = await api.call<Page>('GET', `/v1/feeds/${feedId}/polls?limit=2`)
  expect(first.body.polls).toMatchObject([
    { outcome: 'modified', fetched: 4, new: 3, filtered: 1, drops: [{ entryId: 'x', reason: 'no-text' }] },
    { outcome: 'modified', fetched: 3, new: 2, filtered: 1 },
  ])
  const second = await api.call<Page>('GET', `/v1/feeds/${feedId}/polls?limit=2&before=${first.body.next}`)
  expect(second.body).toMatchObject({ polls: [{ new: 1 }], next: null })
})

test('a feed that is not there has no polls, and a cursor of another list is refused', async () => {
  const unknown = await api.call('GET', '/v1/feeds/00000000-0000-4000-8000-000000000000/polls')
  expect(unknown.status).toBe(404)
  expect((await api.call('GET', `/v1/feeds/${feedId}/polls?before=nonsense`)).status).toBe(400)
  expect((await api.call('GET', '/v1/coverage?before=nonsense')).status).toBe(400)
})

test('coverage goes back day by day to the first feed', async () => {
  const first = await api.call<Days>('GET', '/v1/coverage?limit=2')
  const second = await api.call<Days>('GET', `/v1/coverage?limit=2&before=${first.body.next}`)
  expect(first.body.days).toMatchObject([{ entries: { new: 3 } }, { entries: { new: 2 } }])
  expect(second.body).toMatchObject({
    days: [{ feeds: { reporting: 1, quiet: 0, broken: 0, notDue: 0 }, entries: { fetched: 2, new: 1 } }],
    next: null,
  })
})

test.each(['2024-99-99', '2024-00-01', '0000-01-01'])('the day %s in a cursor is none', async (day) => {
  const cursor = Buffer.from(day).toString('base64url')
  expect((await api.call('GET', `/v1/coverage?before=${cursor}`)).status).toBe(400)
})
