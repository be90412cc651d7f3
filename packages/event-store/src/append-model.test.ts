import { createPool, type Pool, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  AppendKeyReusedError,
  append,
  defineEvent,
  headOfLog,
  readAll,
  readStream,
  WrongExpectedVersionError,
} from './index.ts'
import { verifyLog } from './verify-log.ts'

const AT = new Date('2024-10-23T00:00:00Z')
const RUNS = Number(process.env.FUZZ_RUNS ?? 100)
const Counted = defineEvent('Counted', v.strictObject({ n: v.number() }))
let pool: Pool

beforeAll(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
})
afterAll(() => pool.end())

/** An append as it is drawn: `ahead` is how far its expectation is from the truth, null for none at all. */
type Draw = {
  key: number
  way: 'alone' | 'in a transaction' | 'rolled back'
  parts: { stream: number; ahead: number | null; ns: number[] }[]
}

const draws: fc.Arbitrary<Draw[]> = fc.array(
  fc.record({
    key: fc.nat({ max: 5 }),
    way: fc.constantFrom('alone', 'in a transaction', 'rolled back'),
    parts: fc.uniqueArray(
      fc.record({
        stream: fc.nat({ max: 3 }),
        ahead: fc.constantFrom(null, 0, 0, 0, 1, -1),
        ns: fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3, selector: ({ stream }) => stream },
    ),
  }),
  { minLength: 1, maxLength: 8 },
)

/** The log as it should be, in memory. */
function createModel(base: number) {
  const streams = new Map<number, number[]>()
  const made = new Map<number, { content: string; first: number; last: number }>()
  const log: { stream: number; version: number; n: number }[] = []
  const versionOf = (stream: number) => streams.get(stream)?.length ?? 0
  return {
    log,
    versionOf,
    append({ key, parts, way }: Draw): object | string {
      const content = JSON.stringify(parts.map(({ stream, ns }) => [stream, ns]))
      const earlier = made.get(key)
      if (earlier && earlier.content !== content) return AppendKeyReusedError.name
      if (earlier) return { first: earlier.first, last: earlier.last, duplicate: true }
      if (
        parts.some(({ stream, ahead }) => ahead !== null && ahead !== 0 && versionOf(stream) + ahead >= 0)
      ) {
        return WrongExpectedVersionError.name
      }
      const first = base + log.length + 1
      const last = first - 1 + parts.reduce((sum, { ns }) => sum + ns.length, 0)
      if (way !== 'rolled back') {
        made.set(key, { content, first, last })
        for (const { stream, ns } of parts) {
          for (const n of ns) {
            streams.set(stream, [...(streams.get(stream) ?? []), n])
            log.push({ stream, version: versionOf(stream), n })
          }
        }
      }
      return { first, last, duplicate: false }
    },
  }
}

async function perform(run: number, { key, way, parts }: Draw, versionOf: (stream: number) => number) {
  const wanted = parts.map(({ stream, ahead, ns }) => {
    const expected = ahead === null ? ('any' as const) : Math.max(versionOf(stream) + ahead, 0)
    const events = ns.map((n) => ({ type: Counted, data: { n }, occurredAt: AT }))
    return { stream: `${run}-${stream}`, expected, events }
  })
  const id = deterministicId('model', run, key)
  if (way === 'alone') return append(pool, id, wanted)
  let result: object = {}
  await withTransaction(pool, async (tx) => {
    result = await append(tx, id, wanted)
    if (way === 'rolled back') throw new Error('rolled back')
  }).catch((error: Error) => {
    if (error.message !== 'rolled back') throw error
  })
  return result
}

test('appends, repeats, clashes and roll-backs do what a log in memory does', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(draws, async (drawn) => {
      run++
      const { position: base } = await headOfLog(pool)
      const model = createModel(base)
      for (const draw of drawn) {
        const outcome = perform(run, draw, model.versionOf).catch((error: Error) => error.name)
        const { versionOf } = model
        const before = [0, 1, 2, 3].map(versionOf)
        const got = await outcome
        expect({ draw, before, got }).toEqual({ draw, before, got: model.append(draw) })
      }
      const { events, through } = await readAll(pool, { after: base, limit: 500 })
      expect(through).toBe(base + model.log.length)
      expect(events.map(({ streamId, version, data }) => [streamId, version, data])).toEqual(
        model.log.map(({ stream, version, n }) => [`${run}-${stream}`, version, { n }]),
      )
      const own = model.log.filter(({ stream }) => stream === 0)
      const read = await readStream(pool, `${run}-0`)
      expect(read.map(({ data }) => data)).toEqual(own.map(({ n }) => ({ n })))
    }),
    { numRuns: RUNS },
  )
  const { position } = await headOfLog(pool)
  expect(await verifyLog(pool)).toMatchObject({ kind: 'intact', position })
})
