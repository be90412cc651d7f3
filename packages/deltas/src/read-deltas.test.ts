import { append, eventTakenUp } from '@muster/event-store'
import { createPool, type Pool } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectionName } from './projection-name.ts'
import { type DeltaPage, readDeltas } from './read-deltas.ts'

const EVENTS = 40
const AT = new Date('2024-10-23T00:00:00Z')
const TOPICS = ['PRK.personnel.deployed', 'RUS.brigade.strength']
const KINDS = ['first', 'raised', 'lowered']
let pool: Pool

type Place = { position: number; ordinal: number; topic: string; kind: string }

/** An event in three makes no delta, and the others one or two. */
const ALL: Place[] = Array.from({ length: EVENTS }, (_, index) => index + 1).flatMap((position) =>
  Array.from({ length: position % 3 }, (_, ordinal) => ({
    position,
    ordinal,
    topic: TOPICS[(position + ordinal) % 2] as string,
    kind: KINDS[(position * 5 + ordinal) % 3] as string,
  })),
)

beforeAll(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  const events = Array.from({ length: EVENTS }, (_, n) => ({
    type: eventTakenUp,
    data: { reader: 'nobody', position: n + 1 },
    occurredAt: AT,
  }))
  await append(pool, deterministicId('deltas', 1), [{ stream: 's', expected: 'none', events }])
  await pool.query(
    `insert into deltas (position, ordinal, topic, place, basis, kind, claim_status, before, after, claim_id, article_id,
       cause, published_at, recorded_at)
     select position, ordinal, topic, '*', 'estimate', kind, 'actual', null, '{}', gen_random_uuid(), gen_random_uuid(),
       'claim-recorded', now(), now()
       from json_to_recordset($1) as d(position bigint, ordinal int, topic text, kind text)`,
    [JSON.stringify(ALL)],
  )
  await pool.query('insert into projections (name, position) values ($1, $2)', [projectionName, EVENTS])
})
afterAll(() => pool.end())

const filters = fc.record(
  { topic: fc.constantFrom(...TOPICS), kind: fc.constantFrom(...KINDS) },
  { requiredKeys: [] },
)
type Filter = { topic?: string; kind?: string }

const passes =
  ({ topic, kind }: Filter) =>
  (delta: Place) =>
    (topic === undefined || delta.topic === topic) && (kind === undefined || delta.kind === kind)

const idOf = ({ position, ordinal }: Place) => `${position}-${ordinal}`

async function page(request: { after?: string; limit: number } & Filter) {
  const result = (await readDeltas(pool, projectionName, request)) as Extract<DeltaPage, { kind: 'page' }>
  expect(result.kind).toBe('page')
  return { ids: result.deltas.map(idOf), next: result.next, more: result.more }
}

test('whatever the sizes of pages and the filter, following next gives each delta that passes once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.integer({ min: 1, max: 9 })), filters, async (limits, filter) => {
      const seen: string[] = []
      for (let after: string | undefined, more = true; more; ) {
        const [limit] = [...limits.take(1)] as [number]
        const at = await page({ ...filter, limit, ...(after && { after }) })
        seen.push(...at.ids)
        after = at.next
        more = at.more
      }
      expect(seen).toEqual(ALL.filter(passes(filter)).map(idOf))
    }),
    { numRuns: 40 },
  )
})

test('a cursor stands in one sequence: what comes after it is the same whichever filter it was got with', async () => {
  await fc.assert(
    fc.asyncProperty(filters, filters, fc.integer({ min: 1, max: 30 }), async (before, after, limit) => {
      const { ids, next, more } = await page({ ...before, limit })
      const stop = more ? ALL.findIndex((delta) => idOf(delta) === ids.at(-1)) + 1 : ALL.length
      const rest = await page({ ...after, after: next, limit: 1000 })
      expect(rest.ids).toEqual(ALL.slice(stop).filter(passes(after)).map(idOf))
    }),
    { numRuns: 40 },
  )
})
