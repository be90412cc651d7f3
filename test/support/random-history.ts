import { articleStream } from '@muster/articles'
import {
  articleExtracted,
  type ClaimRecorded,
  claimRecorded,
  claimRevised,
  claimWithdrawn,
} from '@muster/claims'
import { createEstimatesProjection } from '@muster/deltas'
import { append, type NewEvent, runProjection } from '@muster/event-store'
import type { Pool } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { quiet } from '@muster/testing'
import fc from 'fast-check'

const START = Date.UTC(2024, 9, 1)
const DAY_MS = 24 * 3600 * 1000

/** The nth day of a history, at noon. */
export const dayOf = (day: number): Date => new Date(START + day * DAY_MS + DAY_MS / 2)

/** The days on which articles of a history are published: more than the window of an estimate. */
export const DAYS = 120

const anySaid = fc.record({
  isMoved: fc.boolean(),
  origin: fc.constantFrom(null, 'kor-nis', 'usa-dod'),
  reportId: fc.constantFrom('1'.repeat(64), '2'.repeat(64)),
  bounds: fc.constantFrom(
    { low: 1000, high: null, qualifier: 'vague' as const },
    { low: 3000, high: 3000, qualifier: 'exact' as const },
    { low: 10_000, high: 12_000, qualifier: 'range' as const },
    { low: null, high: 100_000, qualifier: 'at_most' as const },
    { low: 8000, high: null, qualifier: 'at_least' as const },
  ),
  placeIds: fc.subarray(['RU', 'RU-KRS']),
  status: fc.constantFrom('actual' as const, 'actual' as const, 'expected' as const, 'denied' as const),
  extent: fc.constantFrom('total' as const, 'total' as const, 'part' as const),
})

/** What happens to one of some claims, each of an article of its own day and outlet. */
const anyStep = fc.record({
  claim: fc.nat(5),
  fate: fc.constantFrom('recorded', 'recorded', 'revised', 'withdrawn', 'kept'),
  said: anySaid,
})

/** What is appended at once, a step an event; several times. */
export const anyHistory = fc.array(fc.array(anyStep, { minLength: 1, maxLength: 8 }), {
  minLength: 1,
  maxLength: 4,
})

export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

/** An event of a history with the claim that it speaks of: what that says, or that it is gone, or only elsewhere. */
export type Happening = { claimId: string; said: ClaimRecorded | 'withdrawn' | 'kept'; event: NewEvent }

/** A step as an event of the history of this name, which is the actor of its claims, unless moved to another. */
export function toHappening(name: string, { claim, fate, said }: Step): Happening {
  const articleId = deterministicId('article', name, claim % 3)
  const claimId = deterministicId('claim', name, claim)
  const publishedAt = dayOf((claim % 3) * (DAYS / 2))
  const data: ClaimRecorded = {
    ...{ claimId, articleId, snapshotHash: '0'.repeat(64), reportId: said.reportId },
    ...{
      outlet: `outlet-${claim % 2}`,
      publishedAt: publishedAt.toISOString(),
      start: claim,
      end: claim + 1,
    },
    ...{ ...said.bounds, unit: 'personnel', item: 'soldier', predicate: 'deployed' },
    ...{ actor: said.isMoved ? `${name}-other` : name, places: [], placeIds: said.placeIds },
    ...{ status: said.status, extent: said.extent, source: said.origin, origin: said.origin },
    ...{ effectiveDate: null, confidence: 1 },
  }
  if (fate === 'withdrawn') {
    const event = { type: claimWithdrawn, data: { claimId, articleId }, occurredAt: publishedAt }
    return { claimId, said: fate, event }
  }
  if (fate === 'kept') {
    const kept = [{ claimId, start: claim + 100, end: claim + 101 }]
    const read = { articleId, snapshotHash: said.reportId, extractor: 'rules-1', claims: 1, kept }
    return { claimId, said: fate, event: { type: articleExtracted, data: read, occurredAt: publishedAt } }
  }
  const type = fate === 'recorded' ? claimRecorded : claimRevised
  return { claimId, said: data, event: { type, data, occurredAt: publishedAt } }
}

/** Appends happenings at once; answers with the position of the first. */
export async function appendAll(pool: Pool, key: string, happenings: Happening[]): Promise<number> {
  const stream = articleStream(deterministicId('history', key))
  const events = happenings.map(({ event }) => event)
  const { first } = await append(pool, deterministicId('append', key), [{ stream, expected: 'any', events }])
  return first
}

/** Projects all that is in the log, in batches of a size. */
export async function project(pool: Pool, size = 500): Promise<void> {
  const projection = createEstimatesProjection()
  while ((await runProjection(pool, projection, quiet, size)).events > 0);
}
