import type { Claim, ClaimChange } from '@muster/claims'
import type { Transaction } from '@muster/postgres'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimOf } from './testing/claim-of.ts'
import { createTopicBooks } from './topic-books.ts'

type Change = Pick<ClaimChange, 'before' | 'after'>

const came = (...claims: Claim[]): Change[] => claims.map((after) => ({ before: null, after }))
const went = (...claims: Claim[]): Change[] => claims.map((before) => ({ before, after: null }))

const HUNDRED_DAYS = Array.from({ length: 100 }, (_, n) => claimOf('a', n + 1, n + 1))
const LATER = [1000, 1001, 1002].map((day) => claimOf('a', day, day))

/** Shows batches to books that let go and to others that keep all; whatever those come to, these must come to. */
async function expectSame(batches: Change[][]): Promise<void> {
  const live = new Map<string, Claim>()
  const read = async () => [...live.values()]
  const books = createTopicBooks({ read })
  const whole = createTopicBooks({ read, mostClaims: Number.POSITIVE_INFINITY, fromNothing: true })
  for (const batch of batches) {
    for (const each of [books, whole]) await each.open({} as Transaction, batch)
    const [changes, expected] = [books, whole].map((each) =>
      batch.flatMap((change) => each.fold({ ...change, event: { position: 0 } })),
    )
    expect(changes).toEqual(expected)
    for (const { before, after } of batch) {
      if (before) live.delete(before.id)
      if (after) live.set(after.id, after)
    }
  }
}

test('a claim that comes years late does not hide that newer ones were let go of', async () => {
  const late = claimOf('a', 2000, 2)
  await expectSame([came(...HUNDRED_DAYS), came(...LATER), came(late), came(claimOf('a', 1003, 1003))])
  await expectSame([
    ...[came(...HUNDRED_DAYS), came(...LATER), came(late), came(claimOf('a', 2001, 1))],
    went(...LATER),
  ])
})

test('the newest claim may be withdrawn by what comes next', async () => {
  await expectSame([came(...HUNDRED_DAYS), came(...LATER), went(...LATER)])
  await expectSame([came(...HUNDRED_DAYS, ...LATER), went(...LATER)])
  await expectSame([[...came(...HUNDRED_DAYS, ...LATER), ...went(...LATER)], came(claimOf('a', 2000, 101))])
})

test('the newest claim may be without a source, and be said by an older article again that is corrected', async () => {
  const unsourced = { origin: null, reportId: 'copied', low: 7, high: 7 }
  const first = { ...claimOf('a', 1, 1), ...unsourced }
  const copy = { ...claimOf('a', 1000, 1000), ...unsourced }
  const other = { ...first, low: 8 }
  const known = [came(other, ...HUNDRED_DAYS.slice(1)), came(copy), came(claimOf('a', 2000, 99))]
  await expectSame([...known, [{ before: other, after: first }]])
  await expectSame([...known, [{ before: { ...other, topic: 'b' }, after: first }]])
})

test('a claim without a source that goes may take others of its article with it', async () => {
  const unsourced = { origin: null, reportId: 'copied', low: 7, high: 7 }
  const first = { ...claimOf('a', 998, 1000), ...unsourced, articleId: 'first' }
  const copy = { ...claimOf('a', 999, 50), ...unsourced, articleId: 'copy' }
  const again = { ...claimOf('a', 1000, 1000), ...unsourced, articleId: 'first' }
  await expectSame([
    ...[came(...HUNDRED_DAYS), came(first, copy, again), came(claimOf('a', 1001, 20)), went(first)],
  ])
})

/** What may become of the claims of a topic: many come, at any age; some of the newest or of any go or are corrected. */
const anyBatches = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('come' as const), day: fc.nat(900), count: fc.nat(90) }),
    },
    fc.record({ kind: fc.constant('newest go' as const), count: fc.nat(30) }),
    fc.record({ kind: fc.constant('one goes' as const), nth: fc.nat(500) }),
    fc.record({
      kind: fc.constant('one is corrected' as const),
      nth: fc.nat(500),
      day: fc.nat(900),
      number: fc.nat(2),
    }),
  ),
  { minLength: 6, maxLength: 30 },
)

test('whatever comes, goes and is corrected in whatever batches, estimates are those of books that keep all', async () => {
  const property = fc.asyncProperty(anyBatches, fc.array(fc.boolean()), async (steps, cuts) => {
    const live: Claim[] = []
    const batches: Change[][] = [[]]
    let position = 0
    steps.forEach((step, index) => {
      if (cuts[index] ?? true) batches.push([])
      batches.at(-1)?.push(...changesOf(step, live, () => ++position))
    })
    await expectSame(batches)
  })
  await fc.assert(property, { numRuns: 60 })
}, 60_000)

type Step = typeof anyBatches extends fc.Arbitrary<(infer S)[]> ? S : never

function changesOf(step: Step, live: Claim[], next: () => number): Change[] {
  if (step.kind === 'come') {
    const claims = Array.from({ length: step.count }, (_, n) => copiedClaim(next(), step.day + n))
    live.push(...claims)
    return came(...claims)
  }
  if (step.kind === 'newest go') {
    live.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
    return went(...live.splice(Math.max(0, live.length - step.count)))
  }
  const [before] = live.splice(step.nth % Math.max(1, live.length), 1)
  if (!before) return []
  if (step.kind === 'one goes') return went(before)
  const { publishedAt } = claimOf('a', 0, step.day)
  const after = { ...before, publishedAt, low: step.number, high: step.number }
  live.push(after)
  return [{ before, after }]
}

/** One claim in three names no source, and may be a copy of another or stand in the same article. */
function copiedClaim(position: number, day: number): Claim {
  const claim = { ...claimOf('a', position, day), placeIds: position % 2 ? ['RU'] : [] }
  if (position % 3 > 0) return claim
  const number = position % 2
  const copied = { origin: null, reportId: `copy-${position % 7}`, articleId: `article-${position % 14}` }
  return { ...claim, ...copied, low: number, high: number }
}
