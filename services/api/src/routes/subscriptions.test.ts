import { attemptDelivery, raiseAlerts } from '@muster/alerts'
import type { HttpClient } from '@muster/runtime'
import { quiet } from '@muster/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from '../testing/open-api.ts'
import { report } from '../testing/report.ts'

type Made = { subscription: { id: string }; secret: string }
type Listed = { subscriptions: { id: string; state: string }[]; next: string | null }
type Delivery = { id: string; status: string; requests: object[]; nextAttemptAt: string | null }

const WISH = { name: 'Kursk', endpoint: 'https://hooks.example/muster', topic: 'PRK.personnel.*' }
const BROKEN: HttpClient = {
  request: async (url) => ({
    status: 500,
    headers: new Headers(),
    body: Buffer.alloc(0),
    url,
    redirects: [],
  }),
  close: async () => {},
}

let api: OpenApi
let anna: string
let ben: string
beforeAll(async () => {
  api = await openApi()
  anna = await api.key('subscribe')
  ben = await api.key('subscribe')
})
afterAll(() => api.close())

const subscribe = async (key: string, wish: object = WISH) =>
  (await api.call<Made>('POST', '/v1/subscriptions', { key, body: wish })).body

test('a subscription gets the usual wishes and a secret that is shown once', async () => {
  const { status, body } = await api.call<Made>('POST', '/v1/subscriptions', {
    key: anna,
    body: { name: 'All', endpoint: 'http://hooks.example/' },
  })
  expect(status).toBe(201)
  expect(body).toMatchObject({
    secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
    subscription: { topic: '*.*.*', place: '*', statuses: [], kinds: [], smallestChange: 0, state: 'active' },
  })
  const again = await api.call('GET', `/v1/subscriptions/${body.subscription.id}`, { key: anna })
  expect(again.body).toEqual(body.subscription)
})

test('a key sees and changes only its own subscriptions; one that also operates, all', async () => {
  const { id } = (await subscribe(anna)).subscription
  const url = `/v1/subscriptions/${id}`
  for (const [method, path] of [
    ['GET', url],
    ['POST', `${url}/pause`],
    ['POST', `${url}/resume`],
    ['DELETE', url],
  ] as const) {
    expect((await api.call(method, path, { key: ben })).status).toBe(404)
  }
  const listed = async (key?: string) =>
    (await api.call<Listed>('GET', '/v1/subscriptions?limit=200', key ? { key } : {})).body.subscriptions.map(
      (subscription) => subscription.id,
    )
  expect(await listed(anna)).toContain(id)
  expect(await listed(ben)).toEqual([])
  expect(await listed()).toContain(id)
  expect((await api.call('GET', url)).status).toBe(200)
})

test('a subscription is paused, resumed and deleted, and then it is gone', async () => {
  const url = `/v1/subscriptions/${(await subscribe(anna)).subscription.id}`
  expect((await api.call('POST', `${url}/pause`, { key: anna })).body.state).toBe('paused')
  expect((await api.call('POST', `${url}/resume`, { key: anna })).body.state).toBe('active')
  const deleted = await api.call('DELETE', url, { key: anna })
  expect([deleted.status, deleted.body]).toEqual([204, ''])
  expect((await api.call('GET', url, { key: anna })).status).toBe(404)
  expect((await api.call('DELETE', url, { key: anna })).status).toBe(404)
})

test('subscriptions come in pages without a gap or a repeat', async () => {
  const key = await api.key('subscribe')
  const made: string[] = []
  for (let count = 0; count < 5; count++) made.push((await subscribe(key)).subscription.id)
  const first = (await api.call<Listed>('GET', '/v1/subscriptions?limit=3', { key })).body
  const second = (await api.call<Listed>('GET', `/v1/subscriptions?limit=3&after=${first.next}`, { key }))
    .body
  expect([...first.subscriptions, ...second.subscriptions].map(({ id }) => id)).toEqual(made.sort())
  expect([first.subscriptions.length, second.next]).toEqual([3, null])
})

test.each([
  ['topic', 'PRK'],
  ['topic', 'PRK.pers*.deployed'],
  ['topic', 'PRK.personnel.deployed.now'],
  ['place', ''],
  ['statuses', ['sure']],
  ['statuses', ['actual', 'actual']],
  ['kinds', ['bigger']],
  ['smallestChange', -0.1],
  ['endpoint', 'javascript:alert(1)'],
  ['secret', 'whsec_mine'],
])('a subscription with the %s %j is refused', async (field, value) => {
  const { status, body } = await api.call('POST', '/v1/subscriptions', {
    key: anna,
    body: { ...WISH, [field]: value },
  })
  expect([status, JSON.stringify(body.errors)]).toEqual([400, expect.stringContaining(`"#/${field}`)])
})

test('a delivery shows its schedule and requests to its owner, and is retried only once it is dead', async () => {
  const key = await api.key('subscribe')
  const { id: subscriptionId } = (await subscribe(key)).subscription
  await report(api.pool, { outlet: 'a', text: '10,000 troops', quote: '10,000', at: '2024-10-20T00:00:00Z' })
  const now = new Date()
  await raiseAlerts(api.pool, quiet, now)
  const list = `/v1/deliveries?subscription=${subscriptionId}`
  const [pending] = (await api.call<{ deliveries: Delivery[] }>('GET', list, { key })).body.deliveries
  const url = `/v1/deliveries/${pending?.id}`
  expect(pending).toMatchObject({ status: 'pending', attempts: 0, nextAttemptAt: now.toISOString() })
  expect((await api.call('POST', `${url}/retry`, { key })).body.type).toBe('urn:muster:problem:not-dead')

  await attemptDelivery(api.pool, BROKEN, pending?.id ?? '', now, [])
  const dead = (await api.call<Delivery>('GET', url, { key })).body
  expect(dead).toMatchObject({
    status: 'dead',
    attempts: 1,
    nextAttemptAt: null,
    lastError: 'HTTP 500',
    requests: [{ number: 1, httpStatus: 500, error: 'HTTP 500' }],
  })
  expect((await api.call('GET', url, { key: ben })).status).toBe(404)
  expect((await api.call('POST', `${url}/retry`, { key: ben })).status).toBe(404)
  expect((await api.call<{ deliveries: [] }>('GET', '/v1/deliveries', { key: ben })).body.deliveries).toEqual(
    [],
  )
  expect((await api.call('GET', url)).status).toBe(200)

  const retried = await api.call<Delivery>('POST', `${url}/retry`, { key })
  expect([retried.status, retried.body]).toMatchObject([
    200,
    { status: 'pending', attempts: 1, nextAttemptAt: expect.any(String) },
  ])
  const deadOnes = await api.call<{ deliveries: Delivery[] }>('GET', `${list}&status=dead`, { key })
  expect(deadOnes.body.deliveries).toEqual([])
})

test('a delivery of a deleted subscription is given up for good', async () => {
  const key = await api.key('subscribe')
  const { id } = (await subscribe(key)).subscription
  await report(api.pool, { outlet: 'b', text: '12,000 troops', quote: '12,000', at: '2024-10-21T00:00:00Z' })
  await raiseAlerts(api.pool, quiet, new Date())
  const list = `/v1/deliveries?subscription=${id}`
  const [delivery] = (await api.call<{ deliveries: Delivery[] }>('GET', list, { key })).body.deliveries
  await api.call('DELETE', `/v1/subscriptions/${id}`, { key })
  const after = await api.call('GET', `/v1/deliveries/${delivery?.id}`, { key })
  expect(after.body).toMatchObject({ status: 'dead', lastError: 'the subscription was deleted' })
  expect((await api.call('POST', `/v1/deliveries/${delivery?.id}/retry`, { key })).status).toBe(404)
})
