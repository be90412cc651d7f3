import { expect, test } from 'vitest'
import { learnMoments } from './learn-moments.ts'
import { silenceLimitMs } from './silence-limit.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const NOW = Date.parse('2024-10-23T08:00:00Z')

const hours = (limit: number | null): number | null => limit && limit / HOUR_MS
const steps = (gapHours: number[]): number[] => {
  let at = NOW - 100 * DAY_MS
  return [at, ...gapHours.map((gap) => (at += gap * HOUR_MS))]
}

test('a steady feed may be silent for seven of its gaps', () => {
  const learnt = learnMoments({ moments: [], longestGapMs: 0 }, steps(Array(20).fill(10)))
  expect(hours(silenceLimitMs(learnt, NOW, NOW))).toBe(70)
})

test('a feed that rests at weekends may be silent for two weekends', () => {
  const learnt = learnMoments({ moments: [], longestGapMs: 0 }, steps([2, 2, 62, 2, 2, 2, 2, 2, 2, 2, 2]))
  expect(hours(silenceLimitMs(learnt, NOW, NOW))).toBe(124)
})

test('the longest gap is remembered when its items are not any more, up to a month', () => {
  const first = learnMoments({ moments: [], longestGapMs: 0 }, steps([100 * 24, ...Array(40).fill(1)]))
  expect(first.moments).toHaveLength(21)
  expect(first.longestGapMs).toBe(HOUR_MS)
  const second = learnMoments({ moments: first.moments, longestGapMs: 62 * HOUR_MS }, [])
  expect(hours(silenceLimitMs(second, NOW - 8 * DAY_MS, NOW))).toBe(124)
  expect(learnMoments({ moments: [0, 90 * DAY_MS], longestGapMs: 0 }, []).longestGapMs).toBe(30 * DAY_MS)
})

test('one item of years ago, or with a wrong date, does not allow a silence of years', () => {
  const learnt = learnMoments({ moments: [], longestGapMs: 0 }, [0, ...steps(Array(10).fill(10))])
  expect(hours(silenceLimitMs(learnt, NOW - 8 * DAY_MS, NOW))).toBe(60 * 24)
})

test('a busy feed is not worried about within a day', () => {
  const learnt = learnMoments({ moments: [], longestGapMs: 0 }, steps(Array(20).fill(0.25)))
  expect(hours(silenceLimitMs(learnt, NOW - 8 * DAY_MS, NOW))).toBe(24)
})

test('nothing is said of a feed with ten items, or watched for less than a week', () => {
  const few = learnMoments({ moments: [], longestGapMs: 0 }, steps(Array(9).fill(10)))
  expect(silenceLimitMs(few, NOW, NOW)).toBeNull()
  const fresh = Array.from({ length: 21 }, (_, index) => NOW - index * HOUR_MS)
  const learnt = learnMoments({ moments: [], longestGapMs: 0 }, fresh)
  expect(silenceLimitMs(learnt, NOW - 6 * DAY_MS, NOW)).toBeNull()
})

test('items within a minute came together and count once, however often they are served', () => {
  const once = learnMoments({ moments: [], longestGapMs: 0 }, [0, 59_000, 120_000])
  expect(once.moments).toEqual([0, 120_000])
  expect(learnMoments(once, [0, 59_000, 120_000])).toEqual(once)
})
