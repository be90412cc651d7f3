import { randomUUID } from 'node:crypto'
import { createPool, type Pool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSubscription } from './create-subscription.ts'
import { raiseAlerts } from './raise-alerts.ts'
import { retellDeltas } from './retell-deltas.ts'
import { setSubscriptionState } from './set-subscription-state.ts'

const NOW = new Date('2024-10-23T00:00:00Z')
const WISH = {
  name: 'n',
  endpoint: 'https://a.example',
  topic: '*.*.*',
  place: '*',
  statuses: [],
  kinds: [],
  smallestChange: 0,
}
let pool: Pool
let owner: string

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  owner = randomUUID()
  await pool.query(
    `insert into api_keys (id, name, prefix, key_hash, scopes) values ($1, 'k', 'k', '\\x00', '{subscribe}')`,
    [owner],
  )
})
afterEach(() => pool.end())

const subscribe = async () => (await createSubscription(pool, { ...WISH, owner }, NOW)).subscription.id

/** Puts a delta of the overall series at the next position of the log, with its claim and article. */
async function delta({ withClaim = true } = {}): Promise<number> {
  const [articleId, claimId] = [randomUUID(), randomUUID()]
  const { rows } = await pool.query('update event_log set position = position + 1 returning position')
  const position = rows[0].position as number
  await pool.query(
    `insert into articles (id, feed_id, outlet, published_at, published_basis, snapshot_hash, captured_at, position)
     values ($1, $1, 'A', $2, 'stated', 'h', $2, $3)`,
    [articleId, NOW, position],
  )
  if (withClaim)
    await pool.query(
      `insert into claims (id, article_id, snapshot_hash, report_id, span_start, span_end, qualifier, unit, item, predicate, places,
         place_ids, status, extent, confidence, outlet, published_at, recorded_at, position, from_position)
       values ($1, $2, 'h', 'h', 0, 1, 'exact', 'personnel', 'soldier', 'deployed', '{}', '{}', 'actual', 'total', 1, 'A', $3, $3, $4, $4)`,
      [claimId, articleId, NOW, position],
    )
  await pool.query(
    `insert into deltas (position, ordinal, topic, place, basis, kind, claim_status, before, after, claim_id, article_id,
       cause, published_at, recorded_at)
     values ($1, 0, 'PRK.personnel.deployed', '*', 'estimate', 'first', 'actual', null, '{}', $2, $3, 'claim-recorded', $4, $4)`,
    [position, claimId, articleId, NOW],
  )
  await pool.query(
    `insert into projections (name, position) values ('estimates', $1) on conflict (name) do update set position = $1`,
    [position],
  )
  return position
}

async function alerts(): Promise<number[]> {
  const { rows } = await pool.query(
    'select a.position from alerts a join deliveries d on d.alert_id = a.id order by 1',
  )
  return rows.map(({ position }) => position)
}

const raise = () => raiseAlerts(pool, quiet, NOW)

test('each delta is told once, however often the reactor runs', async () => {
  await subscribe()
  const position = await delta()
  expect(await raise()).toMatchObject({ position, more: false, deliveries: [{ nextAttemptAt: NOW }] })
  await raise()
  await pool.query(`update projections set position = 0 where name = 'alerts'`)
  expect((await raise()).deliveries).toEqual([])
  expect(await alerts()).toEqual([position])
})

test('two reactors at once tell a delta once', async () => {
  await subscribe()
  const position = await delta()
  await Promise.all([raise(), raise(), raise()])
  expect(await alerts()).toEqual([position])
})

test('what happened before a subscription was made is not told', async () => {
  await delta()
  await subscribe()
  await raise()
  expect(await alerts()).toEqual([])
})

test('what happened while a subscription was paused is not told, also not after it is resumed', async () => {
  const id = await subscribe()
  await setSubscriptionState(pool, id, 'paused', NOW)
  await delta()
  await setSubscriptionState(pool, id, 'active', NOW)
  await raise()
  expect(await alerts()).toEqual([])
  const position = await delta()
  await raise()
  expect(await alerts()).toEqual([position])
})

test('the subscription of a revoked key is told nothing', async () => {
  await subscribe()
  await delta()
  await pool.query('update api_keys set revoked_at = now() where id = $1', [owner])
  await raise()
  expect(await alerts()).toEqual([])
})

test('a delta that cannot be told of is parked with its reason and holds up no other', async () => {
  await subscribe()
  const broken = await delta({ withClaim: false })
  const position = await delta()
  expect((await raise()).position).toBe(position)
  expect(await alerts()).toEqual([position])
  const { rows } = await pool.query('select projection, position, error from parked_events')
  expect(rows).toEqual([
    {
      projection: 'alerts',
      position: broken,
      error: `Error: delta ${broken}-0 names a claim or article that is not there`,
    },
  ])
})

test('a delta that was parked is told of once it can be', async () => {
  await subscribe()
  const broken = await delta({ withClaim: false })
  await raise()
  expect(await retellDeltas(pool, quiet, broken, NOW)).toEqual({ kind: 'told', alerts: 0 })
  expect(await alerts()).toEqual([])
  await pool.query(
    `insert into claims (id, article_id, snapshot_hash, report_id, span_start, span_end, qualifier, unit, item, predicate, places,
       place_ids, status, extent, confidence, outlet, published_at, recorded_at, position, from_position)
     select claim_id, article_id, 'h', 'h', 0, 1, 'exact', 'personnel', 'soldier', 'deployed', '{}', '{}', 'actual', 'total', 1,
       'A', $1, $1, position, position from deltas`,
    [NOW],
  )
  expect(await retellDeltas(pool, quiet, broken, NOW)).toEqual({ kind: 'told', alerts: 1 })
  expect(await retellDeltas(pool, quiet, broken, NOW)).toEqual({ kind: 'not-set-aside' })
  expect(await alerts()).toEqual([broken])
})

test('a delta that comes from reading an old article anew is not told', async () => {
  await subscribe()
  await delta()
  await pool.query('update deltas set replayed = true')
  const position = await delta()
  await raise()
  expect(await alerts()).toEqual([position])
})
