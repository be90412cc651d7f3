import { randomUUID } from 'node:crypto'
import { createPool, type Pool, withTransaction } from '@muster/postgres'
import { createHttpClient, createNetworkAllowance, type HttpClient } from '@muster/runtime'
import { freshDatabase, quiet, type Receiver, startReceiver } from '@muster/testing'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AlertPayload } from './alert.ts'
import { attemptDelivery } from './attempt-delivery.ts'
import { createSubscription } from './create-subscription.ts'
import { retryDelivery } from './retry-delivery.ts'
import { setSubscriptionState } from './set-subscription-state.ts'
import { findAttempts, findDelivery, findDueDeliveries, insertAlert, insertDelivery } from './store.ts'

const DUE = new Date('2024-10-23T00:00:00.123Z')
const LIMITS = { timeoutMs: 20_000, maxBodyBytes: 1_000, userAgent: 'test' }
const PAYLOAD = {
  type: 'estimate.changed',
  timestamp: DUE.toISOString(),
  data: { text: 'Kursk – 11 000' },
} as unknown as AlertPayload

let pool: Pool
let http: HttpClient
let receiver: Receiver
let subscriptionId: string
let secret: string

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  http = createHttpClient(createNetworkAllowance('127.0.0.0/8'), LIMITS)
  receiver = await startReceiver()
  const wish = {
    name: 'n',
    endpoint: receiver.url,
    topic: '*.*.*',
    place: '*',
    statuses: [],
    kinds: [],
    smallestChange: 0,
  }
  const created = await createSubscription(pool, { ...wish, owner: randomUUID() }, DUE)
  subscriptionId = created.subscription.id
  secret = created.secret
})
afterEach(async () => {
  await receiver.close()
  await http.close()
  await pool.end()
})

async function delivery(): Promise<string> {
  const [alertId, id] = [randomUUID(), randomUUID()]
  await withTransaction(pool, async (tx) => {
    await insertAlert(tx, { id: alertId, subscriptionId, position: 1, ordinal: 0, payload: PAYLOAD })
    await insertDelivery(tx, id, alertId, receiver.url, DUE)
  })
  return id
}

test('a delivery is signed so that the Standard Webhooks library accepts it', async () => {
  const id = await delivery()
  expect(await attemptDelivery(pool, http, id, DUE, [60])).toEqual({ kind: 'delivered', attempts: 1 })
  const [request] = receiver.requests
  expect(new Webhook(secret).verify(request?.body ?? '', request?.headers as Record<string, string>)).toEqual(
    PAYLOAD,
  )
  expect(() =>
    new Webhook(secret).verify(`${request?.body} `, request?.headers as Record<string, string>),
  ).toThrow()
  expect(await findDelivery(pool, id)).toMatchObject({
    status: 'delivered',
    attempts: 1,
    nextAttemptAt: null,
    lastError: null,
  })
})

test('two processes that take the same attempt send it once', async () => {
  const id = await delivery()
  const results = await Promise.all([
    attemptDelivery(pool, http, id, DUE, [60]),
    attemptDelivery(pool, http, id, DUE, [60]),
  ])
  expect(results.map(({ kind }) => kind).sort()).toEqual(['delivered', 'not-due'])
  expect(receiver.requests).toHaveLength(1)
})

test('a refused delivery is due again by the schedule, with the same webhook-id, and dead at its end', async () => {
  receiver.answerWith(500, 503)
  const id = await delivery()
  const first = await attemptDelivery(pool, http, id, DUE, [60])
  expect(first).toMatchObject({ kind: 'failed', attempts: 1, error: 'HTTP 500' })
  const [due] = await findDueDeliveries(pool, new Date(Date.now() + 61_000), 10)
  expect(due?.id).toBe(id)
  expect(await findDueDeliveries(pool, new Date(), 10)).toEqual([])
  const second = await attemptDelivery(pool, http, id, due?.nextAttemptAt ?? DUE, [60])
  expect(second).toEqual({ kind: 'dead', attempts: 2, error: 'HTTP 503' })
  expect(await findDelivery(pool, id)).toMatchObject({
    status: 'dead',
    nextAttemptAt: null,
    lastError: 'HTTP 503',
  })
  expect((await findAttempts(pool, id)).map(({ number, httpStatus }) => [number, httpStatus])).toEqual([
    [1, 500],
    [2, 503],
  ])
  expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
})

test('a dead delivery can be given a further attempt', async () => {
  receiver.answerWith(410, 204)
  const id = await delivery()
  expect(await attemptDelivery(pool, http, id, DUE, [60])).toEqual({
    kind: 'dead',
    attempts: 1,
    error: 'HTTP 410',
  })
  const again = new Date('2024-10-24T00:00:00Z')
  expect(await retryDelivery(pool, id, again)).toMatchObject({ status: 'pending', nextAttemptAt: again })
  expect(await attemptDelivery(pool, http, id, again, [60])).toEqual({ kind: 'delivered', attempts: 2 })
})

test('an endpoint in a private network is never connected to, and the reason says what would allow it', async () => {
  const strict = createHttpClient(createNetworkAllowance(''), LIMITS)
  const id = await delivery()
  expect(await attemptDelivery(pool, strict, id, DUE, [60])).toMatchObject({
    kind: 'failed',
    error: expect.stringMatching(/^RefusedAddressError: 127\.0\.0\.1 is in a private .* OUTBOUND_ALLOW=/),
  })
  expect(receiver.requests).toEqual([])
  await strict.close()
})

test('an endpoint that is not there is a failure with its reason', async () => {
  const id = await delivery()
  await receiver.close()
  expect(await attemptDelivery(pool, http, id, DUE, [60])).toMatchObject({
    kind: 'failed',
    error: expect.stringContaining('ECONNREFUSED'),
  })
})

test('a deleted subscription ends its deliveries', async () => {
  const id = await delivery()
  expect(await setSubscriptionState(pool, subscriptionId, 'deleted', DUE)).toMatchObject({ state: 'deleted' })
  expect(await findDelivery(pool, id)).toMatchObject({
    status: 'dead',
    lastError: 'the subscription was deleted',
  })
  expect(await attemptDelivery(pool, http, id, DUE, [60])).toEqual({ kind: 'not-due' })
})
