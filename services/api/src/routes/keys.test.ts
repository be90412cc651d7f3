import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from '../testing/open-api.ts'

let api: OpenApi
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

test('a key is shown once, when it is made, and stays in the list without itself, also when revoked', async () => {
  const made = await api.call<{ id: string; key: string; prefix: string }>('POST', '/v1/keys', {
    body: { name: 'the map', scopes: ['read', 'subscribe'] },
  })
  const { id, key, prefix } = made.body
  expect(made.status).toBe(201)
  expect(key).toMatch(/^muster_[\w-]{43}$/)
  expect(prefix).toBe(key.slice(0, 12))
  expect((await api.call('DELETE', `/v1/keys/${id}`)).status).toBe(204)
  expect((await api.call('DELETE', `/v1/keys/${id}`)).status).toBe(204)
  const { body } = await api.call<{ keys: object[] }>('GET', '/v1/keys')
  expect(body.keys[1]).toEqual({
    id,
    name: 'the map',
    prefix,
    scopes: ['read', 'subscribe'],
    createdAt: expect.any(String),
    lastUsedAt: null,
    revokedAt: expect.any(String),
  })
  expect(JSON.stringify(body)).not.toContain(key)
})

test('answers that may hold secrets are not to be stored', async () => {
  expect((await api.call('GET', '/v1/keys')).headers['cache-control']).toBe('no-store')
})

test('a key that is not there cannot be revoked', async () => {
  const { status } = await api.call('DELETE', '/v1/keys/00000000-0000-4000-8000-000000000000')
  expect(status).toBe(404)
})

test('the subscriptions of a revoked key have ended, and cannot be resumed', async () => {
  const made = await api.call<{ id: string; key: string }>('POST', '/v1/keys', {
    body: { name: 'gone', scopes: ['subscribe'] },
  })
  const { body } = await api.call<{ subscription: { id: string; state: string } }>(
    'POST',
    '/v1/subscriptions',
    { key: made.body.key, body: { name: 'Kursk', endpoint: 'https://hooks.example/' } },
  )
  const { id, state } = body.subscription
  expect(state).toBe('active')
  await api.call('DELETE', `/v1/keys/${made.body.id}`)
  const listed = await api.call('GET', '/v1/subscriptions')
  expect(listed.body).toMatchObject({ subscriptions: [{ id, state: 'ended' }] })
  expect((await api.call('GET', `/v1/subscriptions/${id}`)).body).toMatchObject({ state: 'ended' })
  expect((await api.call('POST', `/v1/subscriptions/${id}/resume`)).body).toMatchObject({ state: 'ended' })
})
