import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from './testing/open-api.ts'

let api: OpenApi
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const signIn = (key: string) =>
  api.app.inject({
    method: 'POST',
    url: '/ops/login',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `key=${key}`,
  })

test('the board opens to keys with the scope operate alone', async () => {
  expect((await signIn(await api.key('read', 'subscribe'))).statusCode).toBe(401)
  expect((await signIn('muster_unknown')).statusCode).toBe(401)
  expect((await signIn(await api.key('operate'))).statusCode).toBe(303)
})

test('revoking a key ends the sessions that it opened', async () => {
  const made = await api.call<{ id: string; key: string }>('POST', '/v1/keys', {
    body: { name: 'on call', scopes: ['operate'] },
  })
  const cookies = { muster_ops: (await signIn(made.body.key)).cookies[0]?.value ?? '' }
  expect((await api.app.inject({ url: '/ops/queues', cookies })).statusCode).toBe(200)
  await api.call('DELETE', `/v1/keys/${made.body.id}`)
  const after = await api.app.inject({ url: '/ops/queues', cookies })
  expect([after.statusCode, after.headers.location]).toEqual([303, '/ops/login'])
})

test('a page of another site is answered as a problem', async () => {
  const { statusCode, headers } = await api.app.inject({
    method: 'POST',
    url: '/ops/logout',
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect([statusCode, headers['content-type']]).toEqual([403, 'application/problem+json; charset=utf-8'])
})
