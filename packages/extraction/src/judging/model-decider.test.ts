import { expect, test } from 'vitest'
import { bareMention } from '../mentions/bare-mention.ts'
import { addCue, type Cues, cueKind } from './cues.ts'
import { readJudges } from './judges.ts'
import { createModelDecider } from './model-decider.ts'
import { packJudges, type WrittenJudge } from './pack-judges.ts'

const empty: WrittenJudge = { labels: [], trust: 1, weights: {} }

const decider = createModelDecider(
  readJudges(
    packJudges({
      claim: { labels: ['no', 'yes'], trust: 1, weights: {} },
      predicate: empty,
      extent: {
        labels: ['part', 'total'],
        trust: 1,
        weights: { left: { daily: [2, -2] }, pair: { 'so\tfar': [-1.6, 1.6] } },
      },
      actor: { labels: [], trust: 1, weights: { family: { group: [3] } } },
      source: empty,
      status: empty,
      calibration: { slope: 0.5, offset: -0.2 },
    }),
  ),
)

const mention = bareMention(
  0,
  { low: 40, high: 40, qualifier: 'exact', from: 0, to: 1, numberFrom: 0, added: false },
  { item: 'soldier', unit: 'personnel', number: 'plural', context: null, predicate: null, armed: false },
)

function cue(kind: string, first: string, second = ''): Cues {
  const cues: Cues = []
  addCue(cues, cueKind(kind), first, second)
  return cues
}

const extentOf = (rule: 'part' | 'total', cues: Cues) => decider.decide('extent', mention, rule, [cues])

test('without a cue that it knows a judge gives the answer of the rules', () => {
  expect(extentOf('total', cue('left', 'blue'))).toEqual({
    answer: 'total',
    probability: expect.closeTo(0.731, 3),
  })
})

test('a cue that outweighs the rules changes the answer', () => {
  expect(extentOf('total', cue('left', 'daily')).answer).toBe('part')
})

test('two words are a cue of their own', () => {
  expect(extentOf('part', cue('pair', 'so', 'far')).answer).toBe('total')
  expect(extentOf('part', cue('pair', 'so')).answer).toBe('part')
})

test('cues add up', () => {
  const answer = extentOf('total', [...cue('left', 'daily'), ...cue('pair', 'so', 'far')]).answer
  expect(answer).toBe('total')
})

test('of several that may be meant the one with the greatest sum is chosen', () => {
  const choice = decider.choose('actor', mention, ['FRA', 'jnim'], 0, [
    [cue('family', 'state')],
    [cue('family', 'group')],
  ])
  expect(choice).toEqual({ answer: 1, probability: expect.closeTo(0.881, 3) })
})

test('confidence is the calibrated chance', () => {
  expect([0, 0.5, 0.9, 1].map((chance) => decider.confidence(chance))).toEqual([0, 0.45, 0.71, 1])
})
