import { expect, test } from 'vitest'
import { placeLevel } from './place-level.ts'
import { topicOf } from './topic-of.ts'

test('all kinds of people are personnel; formations and materiel keep their item', () => {
  expect(topicOf({ actor: 'PRK', unit: 'personnel', item: 'soldier', predicate: 'deployed' })).toBe(
    'PRK.personnel.deployed',
  )
  expect(topicOf({ actor: 'RUS', unit: 'formation', item: 'brigade', predicate: 'strength' })).toBe(
    'RUS.brigade.strength',
  )
  expect(topicOf({ actor: 'PRK', unit: 'materiel', item: 'artillery shell', predicate: 'supplied' })).toBe(
    'PRK.artillery-shell.supplied',
  )
})

test('a count of nobody in particular has no topic', () => {
  expect(topicOf({ actor: null, unit: 'materiel', item: 'tank', predicate: 'lost' })).toBeNull()
})

test.each([
  [0, []],
  [1, ['RU']],
  [2, ['RU-KRS']],
  [3, ['sudzha']],
  [1, ['sudzha', 'RU']],
] as const)('level %i', (level, places) => {
  expect(placeLevel([...places])).toBe(level)
})
