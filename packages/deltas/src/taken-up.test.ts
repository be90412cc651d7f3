import { articleCaptured, articleRevised, articleStream, findArticle } from '@muster/articles'
import { type ClaimRecorded, claimRecorded, claimWithdrawn } from '@muster/claims'
import { append, type NewEvent, runProjection, takeUpEvent } from '@muster/event-store'
import { createPool, type Pool, type Transaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOf } from './delta-cursor.ts'
import { createEstimatesProjection } from './estimates-projection.ts'
import { rebuildEstimates } from './rebuild/rebuild-estimates.ts'
import { findDeltasBetween } from './store.ts'

const HASH = '0'.repeat(64)
const NEW_HASH = '1'.repeat(64)
const AT = new Date('2024-10-23T12:00:00Z')
const ARTICLE = deterministicId('article', 1)
const CLAIM = deterministicId('claim', 1)
const SAID: ClaimRecorded = {
  ...{ claimId: CLAIM, articleId: ARTICLE, snapshotHash: HASH, reportId: HASH, outlet: 'A' },
  ...{ publishedAt: AT.toISOString(), start: 0, end: 1, low: 1000, high: 1000, qualifier: 'exact' },
  ...{ unit: 'personnel', item: 'soldier', predicate: 'deployed', actor: 'PRK', places: [], placeIds: [] },
  ...{ status: 'actual', extent: 'total', source: null, origin: 'o', effectiveDate: null, confidence: 1 },
}
const CAPTURED: NewEvent = {
  type: articleCaptured,
  data: {
    ...{ articleId: ARTICLE, feedId: ARTICLE, entryId: '1', outlet: 'A', url: null, titleHash: null },
    ...{ publishedAt: AT.toISOString(), publishedBasis: 'stated', snapshotHash: HASH, reportId: HASH },
    ...{ textBasis: 'feed', pageFailure: null },
  },
  occurredAt: AT,
}
const RECORDED: NewEvent = { type: claimRecorded, data: SAID, occurredAt: AT }
let pool: Pool

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
})
afterEach(() => pool.end())

const put = (key: number, ...events: NewEvent[]) =>
  append(pool, deterministicId('append', key), [{ stream: articleStream(ARTICLE), expected: 'any', events }])

/** Projects as a program would that has a fault with events of a type. */
async function projectWithFault(type: string): Promise<void> {
  const { name, apply } = createEstimatesProjection()
  const faulty = {
    name,
    async apply(tx: Transaction, events: Parameters<typeof apply>[1]) {
      if (events.some((event) => event.type === type)) throw new Error(`${type} is too much`)
      await apply(tx, events)
    },
  }
  await runProjection(pool, faulty, quiet)
}

const project = () => runProjection(pool, createEstimatesProjection(), quiet)

test('what an event causes that is taken up gets the ids of that place, also by a rebuild', async () => {
  await put(1, CAPTURED, RECORDED)
  await projectWithFault('ClaimRecorded')
  await put(2, {
    ...RECORDED,
    data: { ...SAID, claimId: deterministicId('claim', 2), low: 3000, high: 3000 },
  })
  await takeUpEvent(pool, 'estimates', 2, AT)
  await project()
  const deltas = async () =>
    (await findDeltasBetween(pool, endOf(0), 100, 100)).map(({ position, ordinal, kind, claimId }) => [
      `${position}-${ordinal}`,
      kind,
      claimId,
    ])
  const told = await deltas()
  expect(told).toEqual([
    ['3-0', 'first', deterministicId('claim', 2)],
    ['4-0', 'lowered', CLAIM],
  ])
  expect(await rebuildEstimates(pool, quiet, () => {})).toEqual({
    kind: 'rebuilt',
    position: 4,
    different: 0,
  })
  expect(await deltas()).toEqual(told)
})

test('a claim that was withdrawn since stays withdrawn when its recording is taken up', async () => {
  await put(1, CAPTURED, RECORDED)
  await projectWithFault('ClaimRecorded')
  await put(2, { type: claimWithdrawn, data: { claimId: CLAIM, articleId: ARTICLE }, occurredAt: AT })
  await takeUpEvent(pool, 'estimates', 2, AT)
  await project()
  expect((await pool.query('select from claims')).rowCount).toBe(0)
  expect((await pool.query('select from parked_events')).rowCount).toBe(0)
})

test('an article that is taken up has the text that it was given since', async () => {
  await put(1, CAPTURED)
  await projectWithFault('ArticleCaptured')
  const data = { articleId: ARTICLE, feedId: ARTICLE, snapshotHash: NEW_HASH, titleHash: null }
  await put(2, { type: articleRevised, data, occurredAt: AT })
  await project()
  await takeUpEvent(pool, 'estimates', 1, AT)
  await project()
  expect(await findArticle(pool, ARTICLE)).toMatchObject({ snapshotHash: NEW_HASH, position: 3 })
})
