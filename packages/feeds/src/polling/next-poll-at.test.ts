import { expect, test } from 'vitest'
import { NEW_STATE, type PollState } from '../feed.ts'
import { nextPollAt } from './next-poll-at.ts'

const NOW = new Date('2024-10-23T08:00:00Z')
const MINUTE_MS = 60_000
const FEED = { id: '00000000-0000-4000-8000-000000000012', intervalSeconds: 900 }
const PACE = { now: NOW, floorSeconds: 300, freshSeconds: null, isPushed: false }

/** Minutes to the next poll, less the jitter. */
function minutes(
  state: Partial<PollState>,
  pace: Partial<typeof PACE> | { freshSeconds: number } = {},
): number {
  const at = nextPollAt(FEED, { ...NEW_STATE, ...state }, { ...PACE, ...pace })
  return (at.getTime() - NOW.getTime()) / MINUTE_MS
}

/** Moments so many minutes apart, the latest a minute ago. */
const every = (gap: number, count = 21): number[] =>
  Array.from({ length: count }, (_, index) => NOW.getTime() - MINUTE_MS * (1 + gap * (count - 1 - index)))

const near = (expected: number) => [expected * 0.9, expected * 1.1] as const

test.each<[string, Partial<PollState>, Partial<typeof PACE> | { freshSeconds: number }, number]>([
  ['of an unknown rhythm after its given interval', {}, {}, 15],
  ['of too few items as well', { moments: every(120, 5) }, {}, 15],
  ['after half the median gap of its items', { moments: every(120) }, {}, 60],
  ['of many items after the floor', { moments: every(2) }, {}, 5],
  ['of many items after a minute where that is the floor', { moments: every(1.5) }, { floorSeconds: 60 }, 1],
  ['that just brought news after an hour', { moments: every(600), newsAt: NOW.getTime() }, {}, 60],
  [
    'that brought news an hour ago in its rhythm',
    { moments: every(600), newsAt: NOW.getTime() - 60 * MINUTE_MS },
    {},
    300,
  ],
  ['of many items that just brought news no later', { moments: every(20), newsAt: NOW.getTime() }, {}, 10],
  ['of a monthly rhythm after a day', { moments: every(60 * 24 * 20) }, {}, 60 * 24],
  [
    'that has slowed down after a twentieth of its silence',
    { moments: every(10).map((each) => each - MINUTE_MS * 6_000) },
    {},
    300,
  ],
  [
    'silent for a month after a day',
    { moments: every(10).map((each) => each - MINUTE_MS * 60 * 24 * 31) },
    {},
    60 * 24,
  ],
  ['that a hub tells us of after a day', { moments: every(10) }, { isPushed: true }, 60 * 24],
  ['that failed softly after twice the pause', { errorWeight: 1 }, {}, 30],
  ['that failed hard twice after sixteen times the pause', { errorWeight: 4 }, {}, 240],
  ['that fails on and on after a day', { errorWeight: 90 }, {}, 60 * 24],
])('a feed %s', (_, state, pace, expected) => {
  const [low, high] = near(expected)
  const found = minutes(state, pace)
  expect(found).toBeGreaterThanOrEqual(low)
  expect(found).toBeLessThanOrEqual(Math.min(high, 60 * 24))
})

test.each<[string, Partial<PollState>, { freshSeconds: number } | object, number]>([
  ['max-age less Age', {}, { freshSeconds: 3_600 }, 60],
  ['ttl or sy:update*', { leastSeconds: 7_200 }, {}, 120],
  ['at most a day of them', { leastSeconds: 2_592_000 }, {}, 60 * 24],
])('%s is waited for, to the second', (_, state, pace, expected) => {
  expect(minutes(state, pace)).toBe(expected)
})

test('hours that the feed skips are skipped, unless it skips all of them', () => {
  expect(nextPollAt(FEED, { ...NEW_STATE, skipHours: [8, 9, 10] }, PACE).toISOString()).toBe(
    '2024-10-23T11:00:00.000Z',
  )
  const all = Array.from({ length: 24 }, (_, hour) => hour)
  expect(minutes({ skipHours: all })).toBeLessThan(17)
})

test.each([
  ['the end of the day', [3], '2024-10-24T00:00:00.000Z'],
  ['a day at most', [3, 4, 5], '2024-10-24T08:00:00.000Z'],
])('on days that the feed skips it is left alone to %s, unless it skips all of them', (_, skipDays, at) => {
  expect(nextPollAt(FEED, { ...NEW_STATE, skipDays }, PACE).toISOString()).toBe(at)
  expect(minutes({ skipDays: [0, 1, 2, 3, 4, 5, 6] })).toBeLessThan(17)
})

test('the jitter depends on the feed alone and stays within a tenth', () => {
  const pauses = Array.from({ length: 200 }, (_, index) => {
    const at = nextPollAt({ ...FEED, id: `feed ${index}` }, NEW_STATE, PACE)
    return (at.getTime() - NOW.getTime()) / MINUTE_MS / 15
  })
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(0.9)
  expect(Math.max(...pauses)).toBeLessThanOrEqual(1.1)
  expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(0.15)
  expect(minutes({})).toBe(minutes({}))
})
