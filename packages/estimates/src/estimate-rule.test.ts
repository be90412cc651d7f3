import { expect, test } from 'vitest'
import { claimsOfSeries } from './claims-of-series.ts'
import type { Estimate, SeriesClaim } from './estimate.ts'

let recorded = 0

/** A claim of a total of 3,000, by NIS, on 23 October 2024, in no stated place, unless said otherwise. */
function claim(said: Partial<Omit<SeriesClaim, 'publishedAt'>> & { on?: string } = {}): SeriesClaim {
  recorded++
  const { on = '2024-10-23', ...rest } = said
  return {
    id: `claim-${recorded}`,
    articleId: `article-${recorded}`,
    topic: 'PRK.personnel.deployed',
    reportId: `text-${recorded}`,
    outlet: 'The Courier',
    origin: 'kor-nis',
    publishedAt: new Date(`${on}T00:00:00Z`),
    position: recorded,
    low: 3000,
    high: 3000,
    qualifier: 'exact',
    placeIds: [],
    status: 'actual',
    extent: 'total',
    ...rest,
  }
}

function estimate(
  claims: SeriesClaim[],
  place = '*',
  basis: 'estimate' | 'outlook' = 'estimate',
): Estimate | null {
  return claimsOfSeries(claims, place)[basis].numbers
}

const numbers = (claims: SeriesClaim[], place?: string) => {
  const found = estimate(claims, place)
  return found && [found.low, found.best, found.high]
}

const exactly = (n: number) => ({ low: n, high: n })
const atLeast = (n: number) => ({ low: n, high: null, qualifier: 'at_least' })
const upTo = (n: number) => ({ low: null, high: n, qualifier: 'at_most' })
const thousands = { low: 1000, high: null, qualifier: 'vague' }

test('one exact claim is its own low, best and high', () => {
  expect(estimate([claim()])).toMatchObject({
    low: 3000,
    best: 3000,
    high: 3000,
    lowOpen: false,
    highOpen: false,
    contested: false,
    origins: ['kor-nis'],
    articles: 1,
  })
})

test('no claim gives no estimate', () => {
  expect(estimate([])).toBeNull()
})

test('an origin speaks once, by its most recently published claim', () => {
  expect(
    numbers([claim({ on: '2024-11-04', ...exactly(11_000) }), claim({ on: '2024-10-18', ...exactly(1500) })]),
  ).toEqual([11_000, 11_000, 11_000])
})

test('of two claims published at once the later recorded speaks', () => {
  expect(numbers([claim(exactly(8000)), claim(exactly(10_000))])).toEqual([10_000, 10_000, 10_000])
})

test('a claim without a source speaks for its outlet', () => {
  const claims = [
    claim({ origin: null, outlet: 'A', ...exactly(10) }),
    claim({ origin: null, outlet: 'B', ...exactly(20) }),
  ]
  expect(estimate(claims)).toMatchObject({ low: 10, best: 15, high: 20, origins: ['outlet:A', 'outlet:B'] })
})

test('a copied text without a source is one report of the first outlet', () => {
  const copy = { origin: null, reportId: 'agency copy' }
  const claims = [
    claim({ ...copy, outlet: 'A' }),
    claim({ ...copy, outlet: 'B' }),
    claim({ ...copy, outlet: 'C' }),
  ]
  expect(estimate(claims)).toMatchObject({ origins: ['outlet:A'], articles: 1 })
})

test('a copied text with a source counts its outlets but one origin and one report', () => {
  const claims = ['A', 'B', 'C', 'D'].map((outlet) => claim({ outlet, reportId: 'agency copy' }))
  expect(estimate(claims)).toMatchObject({ origins: ['kor-nis'], outlets: ['A', 'B', 'C', 'D'], articles: 1 })
})

test('one agency text under four mastheads with two figures is one report of two origins; a fifth outlet adds itself', () => {
  const copies = ['A', 'B', 'C', 'D'].flatMap((outlet) =>
    ['usa-dod', 'ukr-military'].map((origin) => claim({ outlet, origin, reportId: 'agency copy' })),
  )
  const counts = (claims: SeriesClaim[]) => {
    const { origins, outlets, articles } = estimate(claims) as Estimate
    return [origins.length, outlets.length, articles]
  }
  expect(counts(copies)).toEqual([2, 4, 1])
  expect(counts([...copies, claim({ outlet: 'E', origin: 'usa-dod' })])).toEqual([2, 5, 2])
})

test('low is the least lower bound, high the greatest upper bound, best the median of the points', () => {
  const claims = [
    claim({ origin: 'a', low: 10_000, high: 12_000, qualifier: 'range' }),
    claim({ origin: 'b', ...exactly(10_000) }),
    claim({ origin: 'c', ...exactly(12_000) }),
  ]
  expect(numbers(claims)).toEqual([10_000, 11_000, 12_000])
})

test('"at least 10,000" alone leaves the high side open', () => {
  expect(estimate([claim(atLeast(10_000))])).toMatchObject({
    low: 10_000,
    high: 10_000,
    lowOpen: false,
    highOpen: true,
  })
})

test('"up to 15,000" alone leaves the low side open', () => {
  expect(estimate([claim(upTo(15_000))])).toMatchObject({
    low: 15_000,
    high: 15_000,
    lowOpen: true,
    highOpen: false,
  })
})

test('"up to 15,000" beside "at least 10,000" closes both sides', () => {
  const claims = [claim({ origin: 'a', ...upTo(15_000) }), claim({ origin: 'b', ...atLeast(10_000) })]
  expect(estimate(claims)).toMatchObject({
    low: 10_000,
    best: 12_500,
    high: 15_000,
    lowOpen: false,
    highOpen: false,
    contested: false,
  })
})

test('"up to 3,000" against "at least 10,000": the points bound the estimate, both sides open, contested', () => {
  const claims = [claim({ origin: 'a', ...upTo(3000) }), claim({ origin: 'b', ...atLeast(10_000) })]
  expect(estimate(claims)).toMatchObject({
    low: 3000,
    best: 6500,
    high: 10_000,
    lowOpen: true,
    highOpen: true,
    contested: true,
  })
})

test('origins whose intervals do not meet contest the estimate', () => {
  const nis = claim(exactly(3000))
  const range = { low: 10_000, high: 12_000, qualifier: 'range' }
  expect(estimate([nis, claim({ origin: 'usa-dod', ...range })])?.contested).toBe(true)
  expect(estimate([nis, claim({ origin: 'usa-dod', ...atLeast(2000) })])?.contested).toBe(false)
})

test('a vague claim counts only where no numbered one exists', () => {
  const vague = claim({ origin: 'usa-dod', ...thousands })
  expect(numbers([vague])).toEqual([1000, 1000, 1000])
  expect(estimate([vague, claim()])).toMatchObject({ low: 3000, origins: ['kor-nis'] })
})

test('an earlier numbered claim speaks for an origin whose latest is vague', () => {
  const claims = [claim({ on: '2024-10-18', ...exactly(1500) }), claim({ on: '2024-10-23', ...thousands })]
  expect(numbers(claims)).toEqual([1500, 1500, 1500])
})

test('claims more than 90 days before the newest do not count; those of the 90th day do', () => {
  const newest = claim({ origin: 'a', on: '2025-02-14', ...exactly(12_000) })
  const ninetieth = claim({ origin: 'b', on: '2024-11-16', ...exactly(10_000) })
  const older = claim({ origin: 'c', on: '2024-11-15', ...exactly(1000) })
  expect(numbers([newest, ninetieth, older])).toEqual([10_000, 11_000, 12_000])
})

test('expected and possible claims make the outlook and never move the estimate', () => {
  const claims = [
    claim(),
    claim({ status: 'expected', ...exactly(10_000) }),
    claim({ origin: 'g20', status: 'possible', ...upTo(100_000) }),
  ]
  expect(numbers(claims)).toEqual([3000, 3000, 3000])
  expect(estimate(claims, '*', 'outlook')).toMatchObject({ low: 10_000, best: 55_000, high: 100_000 })
})

test('parts and denials are listed beside the estimate and never move it', () => {
  const part = claim({ extent: 'part', ...exactly(1500) })
  const denied = claim({ status: 'denied', ...exactly(10_000) })
  const total = claim()
  const series = claimsOfSeries([part, denied, total], '*')
  expect(series.parts).toEqual([part])
  expect(series.denied).toEqual([denied])
  expect(series.estimate.spoken).toEqual([total])
})

test('a series of a place holds the claims of that place', () => {
  const claims = [
    claim({ placeIds: ['RU'], ...exactly(10_000) }),
    claim({ placeIds: ['RU-KRS'], ...exactly(8000) }),
  ]
  expect(numbers(claims, 'RU-KRS')).toEqual([8000, 8000, 8000])
  expect(numbers(claims, 'RU')).toEqual([10_000, 10_000, 10_000])
})

test('overall, an origin speaks by its widest place: unstated, then country, region, town', () => {
  const town = claim({ on: '2024-11-05', placeIds: ['sudzha'], ...exactly(500) })
  const region = claim({ on: '2024-11-04', placeIds: ['RU-KRS'], ...exactly(8000) })
  const country = claim({ on: '2024-10-29', placeIds: ['RU'], ...exactly(10_000) })
  const unstated = claim({ on: '2024-10-20', ...exactly(12_000) })
  expect(numbers([town, region])).toEqual([8000, 8000, 8000])
  expect(numbers([town, region, country])).toEqual([10_000, 10_000, 10_000])
  expect(numbers([town, region, country, unstated])).toEqual([12_000, 12_000, 12_000])
})

test('the order in which claims are given does not matter', () => {
  const claims = [
    claim({ origin: 'a', ...exactly(5) }),
    claim({ origin: 'b', ...atLeast(7) }),
    claim({ origin: 'c', ...upTo(9) }),
  ]
  expect(estimate(claims.toReversed())).toEqual(estimate(claims))
})

test('a topic of two hundred thousand claims is folded like any other', () => {
  const one = claim()
  const claims = Array.from({ length: 200_000 }, (_, index) => ({
    ...one,
    id: `c${index}`,
    position: index + 1,
    reportId: `t${index}`,
  }))
  expect(numbers(claims)).toEqual([3000, 3000, 3000])
})
