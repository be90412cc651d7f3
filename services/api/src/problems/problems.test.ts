import { createPool } from '@muster/postgres'
import { createQueues } from '@muster/queues'
import { freshDatabase, quiet } from '@muster/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServer } from '../create-server.ts'
import { type OpenApi, openApi } from '../testing/open-api.ts'

let api: OpenApi
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

test('a query names every parameter that is wrong', async () => {
  const { status, headers, body } = await api.call('GET', '/v1/articles?limit=0&colour=red')
  expect(status).toBe(400)
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(body).toEqual({
    type: 'urn:muster:problem:validation',
    title: 'The request is not as this route wants it',
    status: 400,
    detail: 'colour is not known here; limit must be >= 1',
    instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    errors: [
      { parameter: 'colour', detail: 'is not known here' },
      { parameter: 'limit', detail: 'must be >= 1' },
    ],
  })
})

test('a body names every field that is wrong, as a JSON pointer', async () => {
  const { status, body } = await api.call('POST', '/v1/subscriptions', {
    body: { endpoint: 'ftp://example.org', topic: 'PRK', kinds: ['first', 'sideways'], smallestChange: -1 },
  })
  expect(status).toBe(400)
  expect(body.errors).toEqual([
    { pointer: '#/name', detail: 'is missing' },
    {
      pointer: '#/endpoint',
      detail:
        'must be an http or https address without a user name, of 2000 characters at most when it is written out, as in https://example.org/feed.xml',
    },
    {
      pointer: '#/topic',
      detail: 'must be actor.item.predicate with * for any part, as in PRK.personnel.* or *.*.*',
    },
    {
      pointer: '#/kinds/1',
      detail:
        'must be one of first, raised, lowered, widened, narrowed, corroborated, contested, settled, withdrawn, outlook',
    },
    { pointer: '#/smallestChange', detail: 'must be >= 0' },
  ])
})

test.each([
  ['an id that is none', '/v1/articles/7', 400, 'validation'],
  ['an id with a prefix', '/v1/articles/urn:uuid:00000000-0000-4000-8000-000000000000', 400, 'validation'],
  ['an id of nothing', '/v1/articles/00000000-0000-4000-8000-000000000000', 404, 'not-found'],
  ['a NUL for an id', '/v1/claims/%00', 400, 'validation'],
  ['a path that cannot be decoded', '/v1/claims/%ZZ', 400, 'bad-request'],
  ['a path part without end', `/v1/claims/${'a'.repeat(2_000)}`, 400, 'bad-request'],
  ['a NUL in a filter', '/v1/claims?topic=%00', 400, 'validation'],
  ['an article that is no id', '/v1/claims?article=7', 400, 'validation'],
  ['an empty status', '/v1/claims?status=', 400, 'validation'],
  ['a NUL in a topic', '/v1/estimates/%00.a.b', 400, 'validation'],
  ['a series that nobody speaks of', '/v1/estimates/PRK.personnel.deployed', 404, 'not-found'],
  ['rubbish for a cursor of estimates', '/v1/estimates?after=rubbish', 400, 'not-a-cursor'],
  ['rubbish for a cursor of articles', '/v1/articles?before=rubbish', 400, 'not-a-cursor'],
  ['rubbish for a cursor of feeds', '/v1/feeds?after=rubbish', 400, 'not-a-cursor'],
  ['rubbish for a cursor of deliveries', '/v1/deliveries?before=rubbish', 400, 'not-a-cursor'],
  ['rubbish for a cursor of deltas', '/v1/deltas?after=rubbish', 400, 'not-a-cursor'],
  ['a route that is not there', '/v2', 404, 'not-found'],
])('%s is a problem of the client', async (_what, url, status, kind) => {
  const answer = await api.call('GET', url)
  expect([answer.status, answer.body.type]).toEqual([status, `urn:muster:problem:${kind}`])
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
})

test.each([
  ['DELETE', '/v1/articles?limit=1', 'GET, HEAD'],
  ['DELETE', '/v1/feeds', 'GET, HEAD, POST'],
  ['POST', '/v1/subscriptions/00000000-0000-4000-8000-000000000000', 'DELETE, GET, HEAD'],
  ['POST', '/openapi.json', 'GET, HEAD'],
  ['POST', '/', 'GET, HEAD'],
] as const)('%s %s is told which methods are taken there', async (method, url, allowed) => {
  const { status, headers, body } = await api.call(method, url)
  expect([status, body.type]).toEqual([405, 'urn:muster:problem:method-not-allowed'])
  expect(headers.allow).toBe(allowed)
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
})

test.each([
  ['a body cut short', '{"name":', 'application/json', 400, 'malformed-body'],
  ['an empty body', '', 'application/json', 400, 'malformed-body'],
  ['a body that would poison prototypes', '{"__proto__":{"a":1}}', 'application/json', 400, 'malformed-body'],
  ['a body in XML', '<feed/>', 'text/xml', 415, 'unsupported-media-type'],
  ['a body of 70 kB', `{"name":"${'a'.repeat(70_000)}"}`, 'application/json', 413, 'too-large'],
  ['a NUL in a name', '{"name":"a\\u0000","scopes":["read"]}', 'application/json', 400, 'validation'],
  [
    'half a character in a name',
    '{"name":"a\\ud800","scopes":["read"]}',
    'application/json',
    400,
    'validation',
  ],
  ['a blank name', '{"name":" ","scopes":["read"]}', 'application/json', 400, 'validation'],
  ['a scope that is none', '{"name":"a","scopes":["rule"]}', 'application/json', 400, 'validation'],
  ['a list for an object', '[]', 'application/json', 400, 'validation'],
  ['a number for a name', '{"name":5,"scopes":["read"]}', 'application/json', 400, 'validation'],
  ['a word for a list', '{"name":"a","scopes":"read"}', 'application/json', 400, 'validation'],
])('%s is a problem of the client', async (_what, body, type, status, kind) => {
  const answer = await api.call('POST', '/v1/keys', { body, headers: { 'content-type': type } })
  expect([answer.status, answer.body.type]).toEqual([status, `urn:muster:problem:${kind}`])
})

test('a failure of the server hides its reason from the client and logs it under the instance', async () => {
  const databaseUrl = await freshDatabase()
  const pool = createPool(databaseUrl, 'test', quiet)
  const queues = createQueues({ databaseUrl, redisUrl: undefined, logId: 'test' }, quiet)
  const logged: { reqId: string; err: { message: string } }[] = []
  const logger = pino({ level: 'error' }, { write: (line: string) => logged.push(JSON.parse(line)) })
  const app = await createServer({ pool, queues }, logger)
  await pool.end()
  const answer = await app.inject({ url: '/v1/articles', headers: { authorization: 'Bearer muster_a' } })
  const body = answer.json()
  expect(body).toEqual({
    type: 'urn:muster:problem:internal',
    title: 'The server failed',
    status: 500,
    detail: 'the reason is in the log of the server, under this instance',
    instance: expect.stringMatching(/^urn:uuid:/),
  })
  expect(logged.map(({ reqId, err }) => [`urn:uuid:${reqId}`, err.message])).toEqual([
    [body.instance, 'Cannot use a pool after calling end on the pool'],
  ])
  await app.close()
  await queues.close()
})
