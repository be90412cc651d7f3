import { expect, test } from 'vitest'
import type { GoldArticle } from '../gold.ts'
import { collectExamples } from './collect-examples.ts'

const text = 'Chad sent 300 soldiers to the border. Its budget is 40 pages long.'
const claim = {
  start: 10,
  end: 22,
  low: 300,
  high: 300,
  unit: 'personnel',
  predicate: 'deployed',
  actor: 'TCD',
  status: 'actual',
  extent: 'part',
  source: null,
}

test('every question that the reading asks of a claim is answered as annotated', () => {
  const article = { id: 'one', title: '', text, published: null, claims: [claim] } as unknown as GoldArticle
  const found = collectExamples(article).map(({ question, right }) => [question, right])
  expect(found).toEqual([
    ['claim', 1],
    ['predicate', 2],
    ['actor', expect.any(Number)],
    ['status', 0],
    ['extent', 0],
  ])
})

test('a number that nobody annotated is no claim', () => {
  const article = { id: 'one', title: '', text, published: null, claims: [] } as unknown as GoldArticle
  expect(collectExamples(article).map(({ question, right }) => [question, right])).toEqual([['claim', 0]])
})

test('whoever shares a word with the annotated source is the right one', () => {
  const text =
    'The army said on Monday that 300 soldiers of Chad left. A day later 40 followed, and 12 fell ill.'
  const later = { ...claim, start: 68, end: 70, low: 40, high: 40, source: 'army' }
  const article = { id: 'one', title: '', text, published: null, claims: [later] } as unknown as GoldArticle
  const asked = collectExamples(article).filter(({ question }) => question === 'source')
  expect(asked.map(({ right, cues }) => [right, cues.length])).toEqual([[1, 2]])
})
