import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from '../testing/open-api.ts'

type Feed = { id: string; status: string; nextPollAt: string }

let api: OpenApi
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const FEED = { url: 'https://news.example/rss', outlet: 'News' }

test('a feed is added once: 201, then 200 with the same feed', async () => {
  const first = await api.call<Feed>('POST', '/v1/feeds', { body: { ...FEED, intervalSeconds: 600 } })
  expect([first.status, first.body]).toMatchObject([
    201,
    { ...FEED, title: null, status: 'active', intervalSeconds: 600, lastPolledAt: null },
  ])
  const second = await api.call<Feed>('POST', '/v1/feeds', { body: { ...FEED, outlet: 'Other' } })
  expect([second.status, second.body]).toEqual([200, first.body])
  expect((await api.call('GET', `/v1/feeds/${first.body.id}`)).body).toEqual(first.body)
})

test.each([
  'ftp://news.example/rss',
  'https://user:secret@news.example/',
  'https://[::1',
  'news.example',
  '',
])('the address "%s" is refused', async (url) => {
  const { status, body } = await api.call('POST', '/v1/feeds', { body: { url, outlet: 'News' } })
  expect([status, body.errors]).toMatchObject([400, [{ pointer: '#/url' }]])
})

test('a feed is paused and resumed, and may be so twice', async () => {
  const { id } = (
    await api.call<Feed>('POST', '/v1/feeds', { body: { url: 'https://b.example/', outlet: 'B' } })
  ).body
  for (const [verb, status] of [
    ['pause', 'paused'],
    ['pause', 'paused'],
    ['resume', 'active'],
    ['resume', 'active'],
  ]) {
    const answer = await api.call<Feed>('POST', `/v1/feeds/${id}/${verb}`)
    expect([answer.status, answer.body.status]).toEqual([200, status])
  }
})

test('full text is forbidden until an operator allows it, and each change is an event', async () => {
  const body = { url: 'https://c.example/', outlet: 'C' }
  const { id, fullText } = (await api.call<Feed & { fullText: boolean }>('POST', '/v1/feeds', { body })).body
  expect(fullText).toBe(false)
  for (const allowed of [true, true, false]) {
    const changed = await api.call('PATCH', `/v1/feeds/${id}`, { body: { fullText: allowed } })
    expect([changed.status, changed.body.fullText]).toEqual([200, allowed])
  }
  const other = { url: 'https://d.example/', outlet: 'D', fullText: true }
  expect((await api.call('POST', '/v1/feeds', { body: other })).body).toMatchObject(other)
  const { rows } = await api.pool.query(
    `select data -> 'fullText' as allowed from events where type = 'FeedFullTextSet' order by position`,
  )
  expect(rows.map(({ allowed }) => allowed)).toEqual([true, false, true])
})

test.each([{}, { fullText: 'yes' }, { fullText: true, url: 'https://e.example/' }])(
  'the change %j of a feed is refused',
  async (body) => {
    const { status } = await api.call('PATCH', '/v1/feeds/00000000-0000-4000-8000-000000000000', { body })
    expect(status).toBe(400)
  },
)

test('a feed that is not there cannot be changed', async () => {
  const url = '/v1/feeds/00000000-0000-4000-8000-000000000000'
  expect((await api.call('PATCH', url, { body: { fullText: true } })).status).toBe(404)
})

test('a feed that is not there cannot be paused', async () => {
  const { status, body } = await api.call('POST', '/v1/feeds/00000000-0000-4000-8000-000000000000/pause')
  expect([status, body.detail]).toEqual([404, 'there is no feed 00000000-0000-4000-8000-000000000000'])
})

test('an address that is too long when it is written out is refused', async () => {
  const letters = Array.from({ length: 1_900 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7919) % 20_000)))
  const body = { url: `https://news.example/${letters.join('')}`, outlet: 'News' }
  expect((await api.call('POST', '/v1/feeds', { body })).status).toBe(400)
})
