import { createHmac } from 'node:crypto'
import { addFeed, findFeed, findPush, followHub } from '@muster/feeds'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from '../testing/open-api.ts'

let api: OpenApi
let feedId: string
let token: string
let secret: string
beforeAll(async () => {
  api = await openApi()
  const { feed } = await addFeed(api.pool, { url: 'https://news.example/rss', outlet: 'News' }, new Date())
  feedId = feed.id
  await followHub(api.pool, feed, { hubs: ['https://hub.example/'], self: null }, new Date())
  const push = await findPush(api.pool, feedId)
  token = push?.token ?? ''
  secret = push?.secret ?? ''
  await api.pool.query(`update feeds set next_poll_at = now() + interval '1 day'`)
})
afterAll(() => api.close())

test('a hub gets its challenge back, without a key, for a subscription that is wanted', async () => {
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': 'https://news.example/rss',
    'hub.challenge': 'abc',
    'hub.lease_seconds': '864000',
  })
  const answer = await api.call<string>('GET', `/websub/${token}?${query}`, { key: null })
  expect([answer.status, answer.body]).toEqual([200, 'abc'])
  expect((await api.call('GET', `/websub/another?${query}`, { key: null })).status).toBe(404)
  query.set('hub.topic', 'https://other.example/')
  expect((await api.call('GET', `/websub/${token}?${query}`, { key: null })).status).toBe(404)
})

test('signed news of any kind makes the feed due; others are answered alike and change nothing', async () => {
  const body = '<?xml version="1.0"?><rss/>'
  const due = async () => ((await findFeed(api.pool, feedId))?.nextPollAt.getTime() ?? 0) <= Date.now()
  const post = (signature: string, to = token) =>
    api.call('POST', `/websub/${to}`, {
      key: null,
      body,
      headers: { 'content-type': 'application/rss+xml', 'x-hub-signature': signature },
    })
  expect([(await post('sha256=00')).status, await due()]).toEqual([204, false])
  expect((await post('sha256=00', 'another')).status).toBe(404)
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  expect([(await post(signature)).status, await due()]).toEqual([204, true])
})

test.each<['GET' | 'POST', string]>([
  ['GET', '/websub/%00'],
  ['POST', '/websub/%00'],
  ['GET', '/websub/{token}?hub.mode=denied&hub.topic=https://news.example/rss&hub.reason=a%00b'],
])('a NUL in %s %s is a mistake of whoever asks', async (method, path) => {
  const answer = await api.call(method, path.replace('{token}', token), { key: null })
  expect(answer.status).toBe(400)
})
