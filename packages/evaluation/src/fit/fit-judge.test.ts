import { expect, test } from 'vitest'
import { createAdam } from './adam.ts'
import { calibrate } from './calibrate.ts'
import type { Example } from './example.ts'
import { fitJudge } from './fit-judge.ts'

const fitting = {
  labels: ['part', 'total'],
  trust: 1,
  restraint: 0.01,
  articles: 2,
  rounds: 60,
  before: {},
}

const example = (article: string, right: number, words: string[]): Example => ({
  question: 'extent',
  article,
  right,
  rule: 1,
  cues: [words.map((word) => ({ kind: 'left', words: word }))],
})

test('a cue that speaks for an answer gets a weight for it, one in a single article none', () => {
  const { labels, weights } = fitJudge(
    [
      example('a', 0, ['daily', 'rare']),
      example('b', 0, ['daily']),
      example('c', 1, ['overall']),
      example('d', 1, ['overall']),
    ],
    fitting,
  )
  expect(labels).toEqual(['part', 'total'])
  expect(Object.keys(weights.left ?? {})).toEqual(['daily', 'overall'])
  const [part = 0, total = 0] = weights.left?.daily ?? []
  expect(part).toBeGreaterThan(0.5)
  expect(total).toBeLessThan(-0.5)
})

test('the same examples give the same weights', () => {
  const examples = [example('a', 0, ['daily']), example('b', 0, ['daily']), example('c', 1, ['daily'])]
  expect(fitJudge(examples, fitting)).toEqual(fitJudge(examples, fitting))
})

test('a choice among several learns one weight a cue', () => {
  const choice = (article: string): Example => ({
    question: 'actor',
    article,
    right: 1,
    rule: 0,
    cues: [[{ kind: 'family', words: 'state' }], [{ kind: 'family', words: 'group' }]],
  })
  const { weights } = fitJudge([choice('a'), choice('b')], { ...fitting, labels: [] })
  expect(weights.family?.group?.[0]).toBeGreaterThan(0)
  expect(weights.family?.state?.[0]).toBeLessThan(0)
})

test('weights fitted before are gone on from, and kept where no example speaks of them', () => {
  const before = { left: { overall: [-1, 1], weekly: [1.5, -1.5] } }
  const { weights } = fitJudge([example('a', 1, ['overall']), example('b', 1, ['overall'])], {
    ...fitting,
    before,
  })
  const [part = 0, total = 0] = weights.left?.weekly ?? []
  expect(part).toBe(-total)
  expect(total).toBeLessThan(-1)
  expect(weights.left?.overall?.[1]).toBeGreaterThan(1)
})

test('what was learnt before counts for less where the examples speak against it', () => {
  const before = { left: { overall: [2, -2] } }
  const { trust, weights } = fitJudge([example('a', 1, ['overall']), example('b', 1, ['overall'])], {
    ...fitting,
    restraint: 10,
    before,
  })
  expect(trust).toBeLessThan(0)
  expect(weights.left?.overall?.[1]).toBeGreaterThan(0)
})

test('steps down a gradient come to the lowest point', () => {
  const values = Float64Array.of(4, -3)
  const step = createAdam(values, 0.1)
  for (let round = 0; round < 500; round += 1)
    step(values.map((value, at) => 2 * (value - (at === 0 ? 1 : 2))))
  expect([...values].map((value) => Math.round(value * 100) / 100)).toEqual([1, 2])
})

test('chances that were too high are brought down', () => {
  const outcomes = [true, false, true, false].map((right) => ({ chance: 0.9, right }))
  const { slope, offset } = calibrate(outcomes)
  const odds = slope * Math.log(9) + offset
  expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(0.5, 2)
})
