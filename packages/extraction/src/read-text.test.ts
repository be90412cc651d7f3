import { expect, test } from 'vitest'
import type { Decider } from './judging/decider.ts'
import { readText } from './read-text.ts'

/** Takes the answers of the rules, and is as sure that a number is a claim as it is told. */
const sureBy = (probability: number): Decider => ({
  decide: (_question, _mention, rule) => ({ answer: rule, probability }),
  choose: (_question, _mention, _names, rule) => ({ answer: rule, probability: 1 }),
  confidence: (chance) => chance,
})

const filler = 'The harbour was rebuilt after the storm, and the market opened again. '.repeat(10)
const long = { title: null, text: `${filler}Chad sent 300 soldiers to the border.`, published: null }
const short = { ...long, text: 'Chad sent 300 soldiers to the border.' }

test('an article in which no number is likely a claim is passed over, and says so', () => {
  const { readings, passed } = readText(long, sureBy(0.84))
  expect([readings.length, passed.map(({ reason }) => reason)]).toEqual([0, ['unlikely']])
  expect(readText(long, sureBy(0.85)).readings.map(({ claim }) => claim.quote)).toEqual(['300 soldiers'])
})

test('a sentence or two are read all the same', () => {
  expect(readText(short, sureBy(0.1)).readings.map(({ claim }) => claim.quote)).toEqual(['300 soldiers'])
})
