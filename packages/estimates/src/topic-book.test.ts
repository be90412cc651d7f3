import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimsOfSeries } from './claims-of-series.ts'
import type { SeriesClaim } from './estimate.ts'
import { foldChange, openTopicBook } from './topic-book.ts'

const DAY_MS = 24 * 3600 * 1000

const anyClaim = fc.record({
  articleId: fc.constantFrom('a1', 'a2', 'a3'),
  reportId: fc.constantFrom('r1', 'r2', 'r3'),
  outlet: fc.constantFrom('A', 'B', 'C'),
  origin: fc.constantFrom(null, 'nis', 'dod', 'gur'),
  publishedAt: fc.nat(250).map((day) => new Date(Date.UTC(2024, 9, 1) + day * DAY_MS)),
  bounds: fc.constantFrom(
    { low: 1000, high: null, qualifier: 'vague' },
    { low: 3000, high: 3000, qualifier: 'exact' },
    { low: 10_000, high: 12_000, qualifier: 'range' },
    { low: null, high: 100_000, qualifier: 'at_most' },
    { low: 8000, high: null, qualifier: 'at_least' },
  ),
  placeIds: fc.subarray(['RU', 'RU-KRS']),
  status: fc.constantFrom('actual', 'actual', 'expected', 'possible', 'denied'),
  extent: fc.constantFrom('total', 'total', 'part'),
})

const toClaim = ({ bounds, ...said }: typeof anyClaim extends fc.Arbitrary<infer T> ? T : never, n: number) =>
  ({ id: `c${n}`, topic: 'PRK.personnel.deployed', position: n, ...bounds, ...said }) satisfies SeriesClaim

/** What happens to claims: each comes, and at times an earlier one goes or says something else. */
const history = fc.array(fc.record({ claim: anyClaim, fate: fc.nat(9) }), { minLength: 1, maxLength: 40 })

test('whatever came and went, the book says what it would say if only the live claims had ever come', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const book = openTopicBook([])
      const live: SeriesClaim[] = []
      steps.forEach(({ claim, fate }, n) => {
        const rival = live[fate]
        const after = rival && fate < 2 ? null : toClaim(claim, n)
        const before = rival && fate < 4 ? rival : null
        foldChange(book, { before, after })
        if (before) live.splice(fate, 1)
        if (after) live.push(after)
      })
      const anew = openTopicBook(live)
      for (const [key, { estimate }] of [...book, ...anew]) {
        expect([key, estimate]).toEqual([key, anew.get(key)?.estimate ?? null])
        expect([key, estimate]).toEqual([key, book.get(key)?.estimate ?? null])
      }
    }),
    { numRuns: 300 },
  )
})

test('changes tell every estimate before and after, overall first, and nothing that is as it was', () => {
  const book = openTopicBook([])
  const [said] = fc.sample(anyClaim, { numRuns: 1, seed: 1 })
  const claim: SeriesClaim = {
    ...toClaim(said as never, 1),
    ...{ status: 'actual', extent: 'total', placeIds: ['RU-KRS', 'RU'], low: 3000, high: 3000 },
    qualifier: 'exact',
  }
  const places = (difference: Parameters<typeof foldChange>[1]) =>
    foldChange(book, difference).map(({ place, basis, before, after }) => [
      place,
      basis,
      before?.best ?? null,
      after?.best ?? null,
    ])
  expect(places({ before: null, after: claim })).toEqual([
    ['*', 'estimate', null, 3000],
    ['RU', 'estimate', null, 3000],
    ['RU-KRS', 'estimate', null, 3000],
  ])
  expect(places({ before: claim, after: claim })).toEqual([])
  const moved = { ...claim, placeIds: ['RU'], low: 4000, high: 4000 }
  expect(places({ before: claim, after: moved })).toEqual([
    ['*', 'estimate', 3000, 4000],
    ['RU', 'estimate', 3000, 4000],
    ['RU-KRS', 'estimate', 3000, null],
  ])
  const expected = { ...moved, status: 'expected' }
  expect(places({ before: moved, after: expected })).toEqual([
    ['*', 'estimate', 4000, null],
    ['RU', 'estimate', 4000, null],
    ['*', 'outlook', null, 4000],
    ['RU', 'outlook', null, 4000],
  ])
  expect(claimsOfSeries([expected], 'RU').outlook.spoken).toEqual([expected])
})
