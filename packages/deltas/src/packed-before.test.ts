import type { Estimate } from '@muster/estimates'
import { expect, test } from 'vitest'
import { packBefore, unpackBefore } from './packed-before.ts'

const AFTER: Estimate = {
  ...{ low: 8000, best: 10_000, high: 12_000, lowOpen: false, highOpen: false, contested: false },
  ...{ origins: ['kor-nis', 'ukr', 'usa-dod'], outlets: ['a', 'b'], articles: 3 },
  ...{ newestPublishedAt: new Date('2024-11-04T12:00:00Z'), claimIds: ['c1', 'c3', 'c4'] },
}
const BEFORE: Estimate = {
  ...{ low: 10_000, best: 10_000, high: 12_000, lowOpen: true, highOpen: false, contested: false },
  ...{ origins: ['kor-nis', 'usa-dod'], outlets: ['a', 'b'], articles: 2 },
  ...{ newestPublishedAt: new Date('2024-10-29T12:00:00Z'), claimIds: ['c1', 'c2'] },
}

test('of the estimate before a delta only what was other is kept', () => {
  expect(packBefore(BEFORE, AFTER)).toBe(
    '{"low":10000,"lowOpen":true,"origins":{"come":["ukr"]},"articles":2,' +
      '"newestPublishedAt":"2024-10-29T12:00:00.000Z","claimIds":{"gone":["c2"],"come":["c3","c4"]}}',
  )
  expect(packBefore(AFTER, AFTER)).toBe('{}')
})

test('it comes out as it went in, its members in the order of those of the estimate after', () => {
  const unpacked = unpackBefore(JSON.parse(packBefore(BEFORE, AFTER)), AFTER)
  expect(JSON.stringify(unpacked)).toBe(JSON.stringify(BEFORE))
  expect(JSON.stringify(unpackBefore(JSON.parse(packBefore(AFTER, AFTER)), AFTER))).toBe(
    JSON.stringify(AFTER),
  )
})

test('one that was stored whole, by an older program, is taken as it is', () => {
  expect(JSON.stringify(unpackBefore(BEFORE, AFTER))).toBe(JSON.stringify(BEFORE))
})
