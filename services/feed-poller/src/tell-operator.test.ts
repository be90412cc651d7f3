import { append } from '@muster/event-store'
import { addFeed, type Feed, feedRecovered, feedWentQuiet } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { createHttpClient, createNetworkAllowance, deterministicId, type HttpClient } from '@muster/runtime'
import { freshDatabase, quiet, type Receiver, startReceiver } from '@muster/testing'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tellOperator } from './tell-operator.ts'
import { untoldTroubles } from './untold-troubles.ts'

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

/** What is signed must be of now for those who verify it. */
const START = Date.now()

const at = (seconds: number) => new Date(START + seconds * 1_000)

const tell = (now = at(0)) =>
  tellOperator({ pool, http, logger: quiet, webhook: { url: receiver.url, secret: SECRET }, now })
const told = () => receiver.requests.map(({ body }) => JSON.parse(body).data.from)

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
  await tell(at(9))
  expect(told()).toEqual(['failing', 'quiet'])
  await tell(at(10))
  expect(told()).toEqual(['failing', 'quiet', 'quiet'])
  expect(receiver.requests[2]?.headers['webhook-id']).toBe(receiver.requests[1]?.headers['webhook-id'])
})

test.each([400, 410, 413, 422])(
  'an event that is refused as it is (%i) is passed over, which is known afterwards, and the next is told',
  async (status) => {
    await tell()
    await happens(feedRecovered, { from: 'failing' })
    await happens(feedRecovered, { from: 'quiet' })
    expect(await untoldTroubles(pool, at(0))).toBeNull()
    receiver.answerWith(status, 204)
    await tell()
    await tell(at(3_600))
    expect(told()).toEqual(['failing', 'quiet'])
    const { rows } = await pool.query(
      `select type, attempts, error, next_attempt_at from operator_notices join events using (position)`,
    )
    expect(rows).toEqual([
      { type: 'FeedRecovered', attempts: 1, error: `HTTP ${status}`, next_attempt_at: null },
    ])
    expect(await untoldTroubles(pool, at(3_600))).toMatch(
      new RegExp(
        `^OPERATOR_WEBHOOK did not take 1 events about feeds \\(\\d+ of the log\\), the last for HTTP ${status};`,
      ),
    )
    expect(await untoldTroubles(pool, at(8 * 86_400))).toBeNull()
  },
)

test.each([401, 404, 429, 500])(
  'what is not taken for a reason of the webhook (%i) is sent eight times within 18 hours, then passed over',
  async (status) => {
    await tell()
    await happens(feedRecovered, { from: 'failing' })
    await happens(feedRecovered, { from: 'quiet' })
    receiver.answerWith(...Array(8).fill(status), 204)
    let seconds = 0
    for (const pause of [0, 10, 60, 300, 1_800, 7_200, 18_000, 36_000]) {
      expect(told()).not.toContain('quiet')
      seconds += pause
      await tell(at(seconds - 1))
      await tell(at(seconds))
    }
    expect(told()).toEqual([...Array(8).fill('failing'), 'quiet'])
    expect(await untoldTroubles(pool, at(seconds))).toContain('did not take 1 events')
  },
)

test('an event that is taken at last is no longer known as one that was not', async () => {
  await tell()
  await happens(feedRecovered, { from: 'failing' })
  receiver.answerWith(500, 204)
  await tell()
  await tell(at(10))
  expect((await pool.query('select from operator_notices')).rowCount).toBe(0)
})
