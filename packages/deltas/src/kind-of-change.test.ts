import type { Estimate } from '@muster/estimates'
import { expect, test } from 'vitest'
import { kindOfChange } from './kind-of-change.ts'

const ESTIMATE: Estimate = {
  low: 8000,
  best: 10_000,
  high: 12_000,
  lowOpen: false,
  highOpen: false,
  contested: false,
  origins: ['kor-nis'],
  outlets: ['The Courier'],
  articles: 1,
  newestPublishedAt: new Date('2024-10-23T00:00:00Z'),
  claimIds: ['a'],
}

const kind = (
  before: Partial<Estimate> | null,
  after: Partial<Estimate> | null,
  basis: 'estimate' | 'outlook' = 'estimate',
) =>
  kindOfChange({
    basis,
    before: before && { ...ESTIMATE, ...before },
    after: after && { ...ESTIMATE, ...after },
  })

test.each([
  ['first', null, {}],
  ['withdrawn', {}, null],
  ['contested', {}, { contested: true, best: 11_000 }],
  ['settled', { contested: true }, {}],
  ['raised', {}, { best: 11_000 }],
  ['lowered', {}, { best: 9000 }],
  ['widened', {}, { high: 13_000 }],
  ['widened', {}, { highOpen: true }],
  ['widened', {}, { low: 7000, high: 11_000 }],
  ['narrowed', {}, { low: 9000 }],
  ['narrowed', { lowOpen: true }, {}],
  ['corroborated', {}, { origins: ['kor-nis', 'usa-dod'] }],
] as const)('%s', (expected, before, after) => {
  expect(kind(before as Partial<Estimate> | null, after as Partial<Estimate> | null)).toBe(expected)
})

test('a repeat by an origin already counted is no delta, however many outlets carry it', () => {
  expect(
    kind(
      {},
      {
        claimIds: ['b'],
        outlets: ['A', 'B'],
        articles: 2,
        newestPublishedAt: new Date('2024-11-01T00:00:00Z'),
      },
    ),
  ).toBeNull()
})

test('an origin that falls silent while the numbers stay is no delta', () => {
  expect(kind({ origins: ['a', 'b'] }, { origins: ['a'] })).toBeNull()
})

test('any change of the numbers of an outlook is outlook, and another origin of the same numbers is none', () => {
  expect(kind(null, {}, 'outlook')).toBe('outlook')
  expect(kind({}, { best: 11_000 }, 'outlook')).toBe('outlook')
  expect(kind({}, null, 'outlook')).toBe('outlook')
  expect(kind({}, { origins: ['kor-nis', 'usa-dod'] }, 'outlook')).toBeNull()
})
