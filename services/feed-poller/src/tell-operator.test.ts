import { append } from '@muster/event-store'
import { addFeed, type Feed, feedRecovered, feedWentQuiet } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { createHttpClient, createNetworkAllowance, deterministicId, type HttpClient } from '@muster/runtime'
import { freshDatabase, quiet, type Receiver, startReceiver } from '@muster/testing'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tellOperator } from './tell-operator.ts'

const SECRET = `whsec_${Buffer.from('a secret of the operator').toString('base64')}`
let pool: Pool
let http: HttpClient
let receiver: Receiver
let feed: Feed

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  receiver = await startReceiver()
  const limits = { timeoutMs: 20_000, maxBodyBytes: 1_000, userAgent: 'test' }
  http = createHttpClient(createNetworkAllowance('127.0.0.0/8'), limits)
  feed = (await addFeed(pool, { url: 'https://news.example/rss', outlet: 'News' }, new Date())).feed
})
afterEach(async () => {
  await receiver.close()
  await http.close()
  await pool.end()
})

const tell = () =>
  tellOperator({ pool, http, logger: quiet, webhook: { url: receiver.url, secret: SECRET }, now: new Date() })

async function happens(type: typeof feedWentQuiet | typeof feedRecovered, data: object): Promise<void> {
  const event = { type, data: { feedId: feed.id, ...data }, occurredAt: new Date('2024-10-23T08:00:00Z') }
  const parts = [{ stream: `feed-${feed.id}`, expected: 'any' as const, events: [event] }]
  await append(pool, deterministicId('test', JSON.stringify(data)), parts)
}

test('the operator is told of each trouble once, signed, in order, and of none from before', async () => {
  await happens(feedRecovered, { from: 'gone' })
  await tell()
  await happens(feedWentQuiet, { lastNewsAt: '2024-10-20T08:00:00.000Z', limitSeconds: 86_400 })
  await happens(feedRecovered, { from: 'quiet' })
  await tell()
  await tell()
  const payloads = receiver.requests.map(({ body, headers }) =>
    new Webhook(SECRET).verify(body, headers as Record<string, string>),
  )
  const about = { id: feed.id, url: 'https://news.example/rss', outlet: 'News' }
  expect(payloads).toEqual([
    {
      type: 'feed.quiet',
      timestamp: '2024-10-23T08:00:00.000Z',
      data: { lastNewsAt: '2024-10-20T08:00:00.000Z', limitSeconds: 86_400, feed: about },
    },
    { type: 'feed.recovered', timestamp: '2024-10-23T08:00:00.000Z', data: { from: 'quiet', feed: about } },
  ])
})

test('what the operator did not take is sent again, before what came after it', async () => {
  await tell()
  await happens(feedRecovered, { from: 'failing' })
  await happens(feedRecovered, { from: 'quiet' })
  receiver.answerWith(204, 500, 204)
  expect(await tell()).toBe('rest')
  await tell()
  const told = receiver.requests.map(({ body }) => JSON.parse(body).data.from)
  expect(told).toEqual(['failing', 'quiet', 'quiet'])
  expect(receiver.requests[2]?.headers['webhook-id']).toBe(receiver.requests[1]?.headers['webhook-id'])
})
