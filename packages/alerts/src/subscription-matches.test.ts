import { expect, test } from 'vitest'
import { subscriptionMatches } from './subscription-matches.ts'

type Wish = Parameters<typeof subscriptionMatches>[0]
type Happening = Parameters<typeof subscriptionMatches>[1]

const EVERYTHING: Wish = { topic: '*.*.*', place: 'any', statuses: [], kinds: [], smallestChange: 0 }
const from = (low: number, best: number, high: number) => ({ low, best, high }) as Happening['before']
const RAISED: Happening = {
  topic: 'PRK.personnel.deployed',
  place: 'RU-KRS',
  claimStatus: 'actual',
  kind: 'raised',
  before: from(10_000, 10_000, 10_000),
  after: from(10_000, 11_000, 12_000),
}

const wants = (wish: Partial<Wish>, happening: Partial<Happening> = {}): boolean =>
  subscriptionMatches({ ...EVERYTHING, ...wish }, { ...RAISED, ...happening })

test('a topic pattern fits part by part', () => {
  expect(wants({ topic: 'PRK.personnel.deployed' })).toBe(true)
  expect(wants({ topic: 'PRK.*.*' })).toBe(true)
  expect(wants({ topic: '*.*.deployed' })).toBe(true)
  expect(wants({ topic: 'RUS.*.*' })).toBe(false)
  expect(wants({ topic: 'PRK.personnel.killed' })).toBe(false)
})

test('a place is one series, and "any" is all of them', () => {
  expect(wants({ place: 'RU-KRS' })).toBe(true)
  expect(wants({ place: '*' })).toBe(false)
  expect(wants({ place: '*' }, { place: '*' })).toBe(true)
})

test('status and kind are chosen from lists, and an empty list takes all', () => {
  expect(wants({ statuses: ['actual'], kinds: ['raised', 'lowered'] })).toBe(true)
  expect(wants({ statuses: ['expected'] })).toBe(false)
  expect(wants({ kinds: ['first'] })).toBe(false)
})

test('the smallest change is a share of the number before, by the side that changed most', () => {
  expect(wants({ smallestChange: 0.2 })).toBe(true)
  expect(wants({ smallestChange: 0.21 })).toBe(false)
})

test('what has no number before or after, or is not about size, passes any smallest change', () => {
  expect(wants({ smallestChange: 9 }, { kind: 'first', before: null })).toBe(true)
  expect(wants({ smallestChange: 9 }, { kind: 'withdrawn', after: null })).toBe(true)
  expect(wants({ smallestChange: 9 }, { kind: 'contested' })).toBe(true)
})
