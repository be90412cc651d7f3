import { randomUUID } from 'node:crypto'
import { createQueues, type Queues } from '@muster/queues'
import { freshDatabase, freshRedis, quiet } from '@muster/testing'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { dashboard } from './dashboard.ts'
import type { OperatorKey } from './operators.ts'

const KEY = 'muster_operator'
const BACKENDS = ['postgres', ...(inject('redisUrl') ? ['redis'] : [])]

describe.each(BACKENDS)('the job board on %s', (backend) => {
  const operator: OperatorKey = { id: randomUUID(), secret: Buffer.from('the hash of the key') }
  let inForce = true
  let queues: Queues
  let app: FastifyInstance

  beforeAll(async () => {
    const redisUrl = backend === 'redis' ? await freshRedis() : undefined
    queues = createQueues({ databaseUrl: await freshDatabase(), redisUrl, logId: 'test' }, quiet)
    app = Fastify()
    await app.register(dashboard, {
      queues: queues.all(),
      operators: {
        byKey: async (key) => (inForce && key === KEY ? operator : null),
        byId: async (id) => (inForce && id === operator.id ? operator : null),
      },
    })
  })
  beforeEach(() => {
    inForce = true
  })
  afterAll(async () => {
    await app.close()
    await queues.close()
  })

  const signIn = (key: string, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/ops/login',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams({ key }).toString(),
    })
  const sessionOf = async () => ({ muster_ops: (await signIn(KEY)).cookies[0]?.value ?? '' })

  test('it sends whoever has not signed in to the login page, and programs away', async () => {
    for (const url of ['/ops/queues', '/ops/queues/', '/ops/queues/queue/extractions']) {
      const answer = await app.inject(url)
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/ops/login'])
    }
    const answer = await app.inject('/ops/queues/api/queues')
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.json()).toMatchObject({ type: 'urn:muster:problem:signed-out', status: 401 })
  })

  test('a wrong key opens nothing', async () => {
    const answer = await signIn('muster_wrong')
    expect([answer.statusCode, answer.cookies]).toEqual([401, []])
    expect(answer.body).toContain('That is not a key in force')
  })

  test('the login page is a plain form', async () => {
    const { body } = await app.inject('/ops/login')
    expect(body).toContain('<form method="post" action="/ops/login">')
    expect(body).not.toContain('<script')
  })

  test('an operator key opens the board by a cookie that is not the key', async () => {
    const answer = await signIn(` ${KEY} `)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/ops/queues'])
    expect(answer.cookies).toMatchObject([
      { name: 'muster_ops', path: '/ops', httpOnly: true, sameSite: 'Strict', maxAge: 43_200 },
    ])
    expect(answer.cookies[0]?.value).not.toContain(KEY)
    const page = await app.inject({ url: '/ops/queues', cookies: await sessionOf() })
    expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining('<title>Muster jobs</title>')])
  })

  test('it lists every queue with its jobs', async () => {
    await queues.enqueue('extractions', [{ id: `article-${randomUUID()}`, data: { articleId: 'a' } }])
    const { queues: listed } = (
      await app.inject({ url: '/ops/queues/api/queues', cookies: await sessionOf() })
    ).json<{ queues: { name: string; counts: { waiting: number } }[] }>()
    expect(listed.map(({ name, counts }) => [name, counts.waiting])).toEqual([
      ['feed-polls', 0],
      ['page-looks', 0],
      ['extractions', 1],
      ['deliveries', 0],
    ])
  })

  test('a session ends when its key is revoked', async () => {
    const cookies = await sessionOf()
    inForce = false
    expect((await app.inject({ url: '/ops/queues', cookies })).statusCode).toBe(303)
    expect((await app.inject({ url: '/ops/queues/api/queues', cookies })).statusCode).toBe(401)
  })

  test('signing out takes the cookie away', async () => {
    const answer = await app.inject({ method: 'POST', url: '/ops/logout', cookies: await sessionOf() })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/ops/login'])
    expect(answer.cookies).toMatchObject([{ name: 'muster_ops', value: '', path: '/ops' }])
  })

  test('a page of another site can neither sign in nor touch a queue', async () => {
    const foreign = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]
    for (const headers of foreign) {
      expect((await signIn(KEY, headers)).statusCode).toBe(403)
      const pause = { method: 'PUT', url: '/ops/queues/api/queues/deliveries/pause', headers } as const
      expect((await app.inject({ ...pause, cookies: await sessionOf() })).statusCode).toBe(403)
    }
    expect((await signIn(KEY, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(303)
    expect(
      (await signIn(KEY, { origin: 'http://ops.example:4000', host: 'ops.example:4000' })).statusCode,
    ).toBe(303)
  })

  test('an operator can pause and resume a queue', async () => {
    const cookies = await sessionOf()
    const isPaused = () =>
      queues
        .all()
        .find(({ name }) => name === 'deliveries')
        ?.isPaused()
    for (const [verb, paused] of [
      ['pause', true],
      ['resume', false],
    ] as const) {
      const url = `/ops/queues/api/queues/deliveries/${verb}`
      expect((await app.inject({ method: 'PUT', url, cookies })).statusCode).toBe(200)
      expect(await isPaused()).toBe(paused)
    }
  })
})
