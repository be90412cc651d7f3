import { expect, test } from 'vitest'
import { readText } from '../read-text.ts'
import type { Decider } from './decider.ts'

/** Those among whom the source of each count is chosen, and the place of the rules' choice. */
function speakersOf(text: string): [readonly (string | null)[], number][] {
  const asked: [readonly (string | null)[], number][] = []
  const decider: Decider = {
    decide: (_question, _mention, rule) => ({ answer: rule, probability: 1 }),
    choose(question, _mention, names, rule) {
      if (question === 'source') asked.push([names, rule])
      return { answer: rule, probability: 1 }
    },
    confidence: (chance) => chance,
  }
  readText({ title: null, text, published: null }, decider)
  return asked
}

test('whoever speaks in the sentence may be meant, or nobody', () => {
  expect(speakersOf('Colonel Ode said 300 soldiers had left Chad.')).toEqual([[[null, 'Ode'], 1]])
})

test('so may whoever spoke before, the nearest first, and whoever speaks right after', () => {
  const text = [
    'General Mbeki said the camp was safe. Colonel Ode said it was not.',
    'Some 300 soldiers left Chad. Minister Keita said so.',
  ].join('\n\n')
  expect(speakersOf(text)).toEqual([[[null, 'Ode', 'Mbeki', 'Keita'], 0]])
})

test('nothing is asked where nobody speaks', () => {
  expect(speakersOf('Some 300 soldiers left Chad.')).toEqual([])
})
