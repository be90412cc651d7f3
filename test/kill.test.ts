import { eventually, freshRedis, type Receiver, startReceiver } from '@muster/testing'
import { Redis } from 'ioredis'
import { afterEach, expect, test } from 'vitest'
import { closeGate } from './support/gate.ts'
import { type Muster, prepareMuster, type ServiceName } from './support/muster.ts'
import { CLAIMS, ESTIMATES } from './support/sample-facts.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** Eight process starts and a stalled job's rescue, on a machine that has other things to do. */
const LIMIT_MS = 240_000

/** Where the work stands still: at the row that is written then. `left` asks for how much is not done by then. */
type Moment = { table: string; condition: string; left: string }

const atSecond = (type: string): Moment => ({
  table: 'events',
  condition: `new.type = '${type}' and exists (select from events where type = '${type}')`,
  left: `select 5 - count(*) as left from events where type = '${type}'`,
})
const AT_SECOND_DELTA: Moment = {
  table: 'deltas',
  condition: 'exists (select from deltas)',
  left: `select l.position - p.position as left from event_log l, projections p where name = 'estimates'`,
}

/** For each service, in the middle of which work it is killed. */
const MOMENTS: [ServiceName, string, Moment][] = [
  ['feed-poller', 'captures the second article', atSecond('ArticleCaptured')],
  ['extraction-worker', 'has read the second article', atSecond('ArticleExtracted')],
  ['projector', 'makes the second delta', AT_SECOND_DELTA],
  ['api', 'answers while the second article is captured', atSecond('ArticleCaptured')],
]

test.each(MOMENTS)(
  '%s killed while it %s, and started again: the same claims, estimates and alerts',
  async (name, what, moment) => {
    const muster = await prepareMuster(await freshRedis())
    const receiver = await startReceiver()
    closing.push(() => muster.stop(), receiver.close)
    const gate = await closeGate(muster.pool, { ...moment, key: 1 })
    await muster.start()
    await subscribe(muster, receiver.url)
    await muster.api('POST', '/v1/feeds', { url: muster.samples.url, outlet: 'Samples' })
    await eventually(`${name} ${what}`, gate.isReached)
    expect(await leftAt(muster, moment)).toBeGreaterThan(0)
    expect(await muster.end(name, 'SIGKILL')).toBeNull()
    await gate.open()
    await muster.start(name)
    await muster.settled(5)

    await expectEverything(muster, receiver)
  },
  LIMIT_MS,
)

async function leftAt({ pool }: Muster, { left }: Moment): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(left)
  return rows[0]?.left ?? 0
}

async function expectEverything(muster: Muster, receiver: Receiver): Promise<void> {
  expect(await sortedClaims(muster)).toEqual(CLAIMS.map(([quote]) => quote).sort())
  expect(await estimates(muster)).toEqual(
    ESTIMATES.map(([series, basis, low, best, high]) => [series, basis, low, best, high]),
  )
  const { rows } = await muster.pool.query('select a.id from alerts a join deliveries d on d.alert_id = a.id')
  const told = receiver.requests.map(({ headers }) => headers['webhook-id'])
  expect([...new Set(told)].sort()).toEqual(rows.map(({ id }) => id).sort())
  expect(alertsOf(receiver.requests)).toEqual(
    ['UKR.brigade.strength first', 'PRK.personnel.killed first'].sort(),
  )
}

async function subscribe(muster: Muster, endpoint: string): Promise<void> {
  for (const topic of ['UKR.brigade.strength', 'PRK.personnel.killed']) {
    await muster.api('POST', '/v1/subscriptions', { name: topic, endpoint, topic })
  }
}

/** What the receiver was told, a repeated request counted once by its webhook-id, as receivers do. */
function alertsOf(requests: { headers: Record<string, unknown>; body: string }[]): string[] {
  const byId = new Map(
    requests.map(({ headers, body }) => [headers['webhook-id'], JSON.parse(body).data.delta]),
  )
  return [...byId.values()].map(({ topic, kind }) => `${topic} ${kind}`).sort()
}

async function sortedClaims(muster: Muster): Promise<string[]> {
  const { rows } = await muster.pool.query(
    'select s.text, c.* from claims c join snapshots s on s.hash = c.snapshot_hash',
  )
  return rows.map(({ text, span_start, span_end }) => text.slice(span_start, span_end)).sort()
}

async function estimates(muster: Muster): Promise<unknown[]> {
  const { rows } = await muster.pool.query(
    `select * from estimates order by topic collate "C", place collate "C", basis`,
  )
  return rows.map(({ topic, place, basis, low, best, high }) => [`${topic}@${place}`, basis, low, best, high])
}

test(
  'Redis emptied while work is in flight: the same claims, estimates and alerts',
  async ({ skip }) => {
    const redisUrl = await freshRedis()
    if (!redisUrl) return skip('no Redis is installed')
    const muster = await prepareMuster(redisUrl)
    const receiver = await startReceiver()
    closing.push(() => muster.stop(), receiver.close)
    const gates = await Promise.all(
      MOMENTS.slice(0, 3).map(
        async ([name, what, moment], key) =>
          [name, what, moment, await closeGate(muster.pool, { ...moment, key })] as const,
      ),
    )
    const redis = new Redis(redisUrl)
    closing.push(async () => redis.disconnect())
    await muster.start()
    await subscribe(muster, receiver.url)
    await muster.api('POST', '/v1/feeds', { url: muster.samples.url, outlet: 'Samples' })
    for (const [name, what, moment, gate] of gates) {
      await eventually(`${name} ${what}`, gate.isReached)
      expect(await leftAt(muster, moment)).toBeGreaterThan(0)
      await redis.flushdb()
      await gate.open()
    }
    await muster.settled(5)
    await expectEverything(muster, receiver)
  },
  LIMIT_MS,
)
