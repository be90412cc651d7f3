import { type Estimate, foldChange, openTopicBook, type SeriesClaim } from '@muster/estimates'
import type { Pool } from '@muster/postgres'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from '../services/api/src/testing/open-api.ts'
import {
  anyHistory,
  appendAll,
  DAYS,
  dayOf,
  type Happening,
  project,
  toHappening,
} from './support/random-history.ts'

// Random histories are appended to a real log. Each has a name of its own, so that they share the log and not a topic.

const PLACES = ['*', 'RU', 'RU-KRS']
const RUNS = 15

let api: OpenApi
let pool: Pool
let names = 0
beforeAll(async () => {
  api = await openApi()
  pool = api.pool
})
afterAll(() => api.close())

/** What was in the log at a moment, and what was answered then. */
type Moment = { happened: Placed[]; knownAt: string; answers: string[] }
type Placed = Happening & { position: number }

async function live(name: string, history: Parameters<typeof toHappening>[1][][]): Promise<Moment[]> {
  const happened: Placed[] = []
  const moments: Moment[] = []
  for (const [index, steps] of history.entries()) {
    const batch = steps.map((step) => toHappening(name, step))
    const first = await appendAll(pool, `${name}-${index}`, batch)
    happened.push(...batch.map((each, nth) => ({ ...each, position: first + nth })))
    await project(pool)
    const knownAt = await lastRecording()
    moments.push({ happened: [...happened], knownAt, answers: await answersTo(name, '') })
    await nextMillisecond(knownAt)
  }
  return moments
}

async function lastRecording(): Promise<string> {
  const { rows } = await pool.query<{ at: Date }>('select recorded_at as at from event_log')
  return rows[0]?.at.toISOString() ?? ''
}

/** An instant has milliseconds: what is appended next must not be in the same one. */
async function nextMillisecond(knownAt: string): Promise<void> {
  const now = async () => (await pool.query<{ now: Date }>('select clock_timestamp() as now')).rows[0]?.now
  while (((await now()) ?? 0) <= new Date(knownAt));
}

async function answersTo(name: string, query: string): Promise<string[]> {
  const answers: string[] = []
  for (const place of PLACES) {
    const url = `/v1/estimates/${name}.personnel.deployed?place=${place}${query}`
    const { status, body } = await api.call('GET', url)
    answers.push(status === 404 ? 'nothing' : JSON.stringify(body))
  }
  return answers
}

/** Folds events as they were appended, of what was published by an instant. */
function fold(name: string, happened: Placed[], asOf: Date) {
  const topic = `${name}.personnel.deployed`
  const [book, claims, order] = [openTopicBook([]), new Map<string, SeriesClaim>(), new Map<string, number>()]
  for (const { claimId, said, position } of happened) {
    if (said === 'kept') continue
    const claim = said === 'withdrawn' ? null : said
    if (claim) order.set(claimId, order.get(claimId) ?? position)
    const before = claims.get(claimId) ?? null
    const isCounted = claim?.actor === name && new Date(claim.publishedAt) <= asOf
    const after = isCounted
      ? {
          ...claim,
          id: claimId,
          topic,
          publishedAt: new Date(claim.publishedAt),
          position: order.get(claimId) ?? 0,
        }
      : null
    foldChange(book, { before, after })
    if (after) claims.set(claimId, after)
    else claims.delete(claimId)
  }
  return PLACES.map((place) => ({
    estimate: numbersOf(book.get(`estimate ${place}`)?.estimate),
    outlook: numbersOf(book.get(`outlook ${place}`)?.estimate),
  }))
}

const numbersOf = (estimate: Estimate | null | undefined): unknown =>
  JSON.parse(JSON.stringify(estimate ?? null))

test('what was known at an instant is answered byte for byte as it was then', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async (history) => {
      const name = `K${names++}`
      for (const { knownAt, answers } of await live(name, history)) {
        expect(await answersTo(name, `&known_at=${knownAt}`)).toEqual(answers)
      }
    }),
    { numRuns: RUNS },
  )
})

test('as of an instant and known at another, the answer is the fold of the events that existed then', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.nat(DAYS), async (history, day) => {
      const name = `F${names++}`
      for (const { happened, knownAt } of await live(name, history)) {
        const answers = await answersTo(name, `&known_at=${knownAt}&as_of=${dayOf(day).toISOString()}`)
        const told = answers.map((answer) => {
          const { estimate = null, outlook = null } = answer === 'nothing' ? {} : JSON.parse(answer)
          return { estimate: estimate?.numbers ?? null, outlook: outlook?.numbers ?? null }
        })
        expect(told).toEqual(fold(name, happened, dayOf(day)))
      }
    }),
    { numRuns: RUNS },
  )
})
