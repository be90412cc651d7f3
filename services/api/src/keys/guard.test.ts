import type { Scope } from '@muster/access'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from '../testing/open-api.ts'

let api: OpenApi
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

test('a request without a key is told how to send one', async () => {
  const { status, headers, body } = await api.call('GET', '/v1/articles', { key: null })
  expect(status).toBe(401)
  expect(headers['www-authenticate']).toBe('Bearer realm="muster"')
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(body).toMatchObject({
    type: 'urn:muster:problem:unauthorized',
    status: 401,
    detail: 'no key was sent; send one as "Authorization: Bearer muster_…"',
  })
})

test.each(['muster_unknown', 'something else', 'muster_a b', ''])('the key "%s" is refused', async (key) => {
  const answer = await api.call('GET', '/v1/articles', {
    key: null,
    headers: { authorization: `Bearer ${key}` },
  })
  expect(answer.status).toBe(401)
  expect(answer.headers['www-authenticate']).toBe('Bearer realm="muster", error="invalid_token"')
})

const ID = '00000000-0000-4000-8000-000000000000'
const WANTED: [Scope, 'GET' | 'POST' | 'PATCH' | 'DELETE', string][] = [
  ['read', 'GET', '/v1/estimates'],
  ['read', 'GET', '/v1/estimates/PRK.personnel.deployed'],
  ['read', 'GET', '/v1/estimates/PRK.personnel.deployed/history'],
  ['read', 'GET', '/v1/deltas'],
  ['read', 'GET', '/v1/articles'],
  ['read', 'GET', `/v1/articles/${ID}`],
  ['read', 'GET', '/v1/claims'],
  ['read', 'GET', `/v1/claims/${ID}`],
  ['read', 'GET', '/v1/feeds'],
  ['read', 'GET', `/v1/feeds/${ID}`],
  ['read', 'GET', `/v1/feeds/${ID}/polls`],
  ['read', 'GET', '/v1/coverage'],
  ['subscribe', 'POST', '/v1/subscriptions'],
  ['subscribe', 'GET', '/v1/subscriptions'],
  ['subscribe', 'GET', `/v1/subscriptions/${ID}`],
  ['subscribe', 'POST', `/v1/subscriptions/${ID}/pause`],
  ['subscribe', 'POST', `/v1/subscriptions/${ID}/resume`],
  ['subscribe', 'DELETE', `/v1/subscriptions/${ID}`],
  ['subscribe', 'GET', '/v1/deliveries'],
  ['subscribe', 'GET', `/v1/deliveries/${ID}`],
  ['subscribe', 'POST', `/v1/deliveries/${ID}/retry`],
  ['operate', 'POST', '/v1/feeds'],
  ['operate', 'PATCH', `/v1/feeds/${ID}`],
  ['operate', 'POST', `/v1/feeds/${ID}/pause`],
  ['operate', 'POST', `/v1/feeds/${ID}/resume`],
  ['operate', 'POST', '/v1/keys'],
  ['operate', 'GET', '/v1/keys'],
  ['operate', 'DELETE', `/v1/keys/${ID}`],
]

test('every route lets in the one scope that it wants, and names it to a key that holds the others', async () => {
  const others: Record<Scope, string> = {
    read: await api.key('subscribe', 'operate'),
    subscribe: await api.key('read', 'operate'),
    operate: await api.key('read', 'subscribe'),
  }
  for (const [scope, method, url] of WANTED) {
    const refused = await api.call(method, url, { key: others[scope] })
    expect([url, refused.status, refused.body.type]).toEqual([url, 403, 'urn:muster:problem:forbidden'])
    expect(refused.body.detail).toContain(`wants the scope ${scope}`)
    expect(refused.headers['www-authenticate']).toBe(
      `Bearer realm="muster", error="insufficient_scope", scope="${scope}"`,
    )
    const admitted = await api.call(method, url, { key: await api.key(scope) })
    expect([url, [401, 403].includes(admitted.status)]).toEqual([url, false])
  }
})

test('this list of routes is whole', async () => {
  const document = await api.call<{ paths: Record<string, object> }>('GET', '/openapi.json')
  const documented = Object.entries(document.body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const listed = WANTED.map(([, method, url]) =>
    `${method} ${url}`.replace(ID, '{id}').replace('PRK.personnel.deployed', '{topic}'),
  )
  expect(documented.filter((route) => route.includes('/v1/')).sort()).toEqual(listed.sort())
})

test('a revoked key is refused from then on', async () => {
  const made = await api.call<{ id: string; key: string }>('POST', '/v1/keys', {
    body: { name: 'reader', scopes: ['read'] },
  })
  const { id, key } = made.body
  expect((await api.call('GET', '/v1/articles', { key })).status).toBe(200)
  expect((await api.call('DELETE', `/v1/keys/${id}`)).status).toBe(204)
  expect((await api.call('GET', '/v1/articles', { key })).status).toBe(401)
})

test('the time of last use is written at most once a minute', async () => {
  const { key, id } = (
    await api.call<{ id: string; key: string }>('POST', '/v1/keys', {
      body: { name: 'busy', scopes: ['read'] },
    })
  ).body
  const lastUsed = async () =>
    (await api.pool.query(`select last_used_at from api_keys where id = $1`, [id])).rows[0].last_used_at
  expect(await lastUsed()).toBeNull()
  await api.call('GET', '/v1/articles', { key })
  const first = await lastUsed()
  expect(first).toBeInstanceOf(Date)
  await api.call('GET', '/v1/articles', { key })
  expect(await lastUsed()).toEqual(first)
  await api.pool.query(`update api_keys set last_used_at = now() - interval '61 seconds' where id = $1`, [id])
  await api.call('GET', '/v1/articles', { key })
  expect((await lastUsed()).getTime()).toBeGreaterThanOrEqual(first.getTime())
})

test('the database keeps the hash of a key and its first twelve characters, not the key', async () => {
  const key = await api.key('read')
  expect(key).toMatch(/^muster_[\w-]{43}$/)
  const { rows } = await api.pool.query(
    `select api_keys::text as row, prefix from api_keys where key_hash = sha256($1)`,
    [key],
  )
  expect(rows[0].prefix).toBe(key.slice(0, 12))
  expect(rows[0].row).not.toContain(key)
})
