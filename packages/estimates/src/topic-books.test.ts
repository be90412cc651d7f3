import { type Claim, type ClaimChange, causeOf, findTopicClaims, storeClaimChanges } from '@muster/claims'
import type { StoredEvent } from '@muster/event-store'
import { createPool, type Pool, type Transaction, withTransaction } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimOf } from './testing/claim-of.ts'
import { createTopicBooks, type TopicBooks } from './topic-books.ts'

let pool: Pool
let asked: string[][]

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  asked = []
})
afterEach(() => pool.end())

/** One claim in four names no source, and may be a copy of an earlier one. */
function copiedClaimOf(topic: string, position: number, day: number): Claim {
  const claim = claimOf(topic, position, day)
  if (position % 4 > 0) return claim
  const number = position % 3
  return { ...claim, reportId: `copy-${position % 5}`, origin: null, low: number, high: number }
}

/** Stores what became of claims and folds it, as the projection does with a batch. */
function take(books: TopicBooks, ...differences: Pick<ClaimChange, 'before' | 'after'>[]) {
  const changes = differences.map((each, index): ClaimChange => {
    const position = 1_000_000 + index
    const event = {
      type: each.after ? '' : 'ClaimWithdrawn',
      position,
      recordedAt: new Date(0),
    } as StoredEvent
    return { ...each, cause: causeOf(each), event }
  })
  return withTransaction(pool, async (tx) => {
    await books.open(tx, changes)
    await storeClaimChanges(tx, changes)
    return changes.flatMap((change) => books.fold(change))
  })
}

const came = (after: Claim) => ({ before: null, after })

function read(tx: Transaction, topics: string[]): Promise<Claim[]> {
  asked.push(topics)
  return findTopicClaims(tx, topics)
}

test('with too many claims those topics are closed that were not used for longest, and read again when they are', async () => {
  const books = createTopicBooks({ mostClaims: 3, read })
  await take(books, came(claimOf('a', 1)), came(claimOf('a', 2)))
  await take(books, came(claimOf('b', 3)))
  await take(books, came(claimOf('a', 4)))
  await take(books, came(claimOf('c', 5)))
  expect(asked).toEqual([['a'], ['b'], ['c']])
  const [change] = await take(books, came(claimOf('b', 6)))
  expect(asked.slice(3)).toEqual([['b']])
  expect(change).toMatchObject({ topic: 'b', before: { articles: 1 }, after: { articles: 2 } })
})

test('books that begin with the claims read no topic but those that they had closed', async () => {
  const books = createTopicBooks({ mostClaims: 0, fromNothing: true, read })
  await take(books, came(claimOf('a', 1)))
  await take(books, came(claimOf('b', 2)))
  const [change] = await take(books, came(claimOf('a', 3)))
  expect(asked).toEqual([['a']])
  expect(change).toMatchObject({ before: { articles: 1 }, after: { articles: 2 } })
})

test('claims that have long passed are let go of, and read again when the window goes back to them', async () => {
  const books = createTopicBooks({ read })
  const last = claimOf('a', 500, 1000)
  for (let n = 1; n <= 100; n++) await take(books, came(claimOf('a', n, n)))
  await take(books, came(last))
  await take(books, came(claimOf('a', 501, 1001)))
  expect(asked).toHaveLength(1)
  const changes = await take(
    books,
    { before: last, after: null },
    { before: claimOf('a', 501, 1001), after: null },
  )
  expect(asked).toHaveLength(2)
  expect(changes.map(({ after }) => after?.articles)).toEqual([1, 91])
})

test('claims without a source are kept for their copies, and count as such when books hold too many', async () => {
  const books = createTopicBooks({ mostClaims: 80, read })
  const unsourced = (position: number, day: number) => ({ ...claimOf('a', position, day), origin: null })
  await take(books, ...Array.from({ length: 100 }, (_, n) => came(unsourced(n, n))))
  await take(books, came(unsourced(500, 1000)))
  await take(books, came(unsourced(501, 1001)))
  await take(books, came(claimOf('b', 502)))
  await take(books, came(unsourced(503, 1002)))
  expect(asked).toEqual([['a'], ['b'], ['a']])
})

/** In some years a topic is spoken of often, in others hardly; at times the newest claim is withdrawn again. */
const anyYears = fc.array(
  fc.record({
    days: fc.integer({ min: 1, max: 3 }),
    claims: fc.nat(40),
    withdrawn: fc.nat(8),
    pause: fc.nat(400),
  }),
  { minLength: 4, maxLength: 8 },
)

test('whatever was let go of, estimates are those of books that keep all', async () => {
  let nth = 0
  await fc.assert(
    fc.asyncProperty(anyYears, async (years) => {
      const topic = `topic-${nth++}`
      const books = createTopicBooks({ read })
      const whole = createTopicBooks({ mostClaims: Number.POSITIVE_INFINITY, fromNothing: true })
      const live: Claim[] = []
      let [day, position] = [0, 0]
      for (const { days, claims, withdrawn, pause } of years) {
        const batch = Array.from({ length: claims }, (_, n) =>
          came(copiedClaimOf(topic, position + n + 1, day + n * days)),
        )
        position += claims
        live.push(...batch.map(({ after }) => after))
        const gone = live.splice(live.length - Math.min(withdrawn, live.length))
        for (const half of [batch, gone.map((before) => ({ before, after: null }))]) {
          const changes = await take(books, ...half)
          await withTransaction(pool, (tx) => whole.open(tx, half))
          expect(changes).toEqual(half.flatMap((each) => whole.fold({ ...each, event: { position: 0 } })))
        }
        day += claims * days + pause
      }
    }),
    { numRuns: 20 },
  )
}, 60_000)
