import { randomUUID } from 'node:crypto'
import { createSubscription } from '@muster/alerts'
import { articleCaptured, articleStream } from '@muster/articles'
import { claimRecorded } from '@muster/claims'
import { createEstimatesProjection } from '@muster/deltas'
import { append } from '@muster/event-store'
import { createPool, type Pool } from '@muster/postgres'
import { createQueues } from '@muster/queues'
import { freePort } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { followLog } from './follow-log.ts'

const AT = new Date('2024-10-23T00:00:00Z')
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

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
})
afterEach(() => pool.end())

async function recordClaim(): Promise<void> {
  const articleId = randomUUID()
  const shared = { articleId, snapshotHash: '0'.repeat(64), outlet: 'A', publishedAt: AT.toISOString() }
  const article = {
    ...shared,
    feedId: randomUUID(),
    entryId: '1',
    url: null,
    titleHash: null,
    publishedBasis: 'stated',
    ...{ textBasis: 'feed', pageFailure: null },
    reportId: shared.snapshotHash,
  }
  const claim = {
    ...shared,
    claimId: randomUUID(),
    reportId: shared.snapshotHash,
    ...{ start: 0, end: 1, low: 10, high: 10, qualifier: 'exact', unit: 'personnel', item: 'troops' },
    ...{ predicate: 'deployed', actor: 'PRK', places: [], placeIds: [], status: 'actual', extent: 'total' },
    ...{ source: null, origin: null, effectiveDate: null, confidence: 1 },
  }
  const events = [
    { type: articleCaptured, data: article, occurredAt: AT },
    { type: claimRecorded, data: claim, occurredAt: AT },
  ]
  await append(pool, randomUUID(), [{ stream: articleStream(articleId), expected: 'none', events }])
}

test('while Redis is away the log is followed, and alerts wait in the database', async () => {
  const owner = randomUUID()
  await pool.query(
    `insert into api_keys (id, name, prefix, key_hash, scopes) values ($1, 'k', 'k', '\\x00', '{subscribe}')`,
    [owner],
  )
  await createSubscription(pool, { ...WISH, owner }, AT)
  await recordClaim()
  const redisUrl = `redis://127.0.0.1:${await freePort()}`
  const queues = createQueues({ databaseUrl: '', redisUrl, logId: 'test' }, quiet)
  const projection = createEstimatesProjection()
  expect(await followLog(pool, projection, queues, quiet)).toBe('again')
  expect(await followLog(pool, projection, queues, quiet)).toBe('rest')
  const { rows } = await pool.query('select status, attempts from deliveries')
  expect(rows).toEqual([{ status: 'pending', attempts: 0 }])
  await queues.close()
})
