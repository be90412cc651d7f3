import { extractClaims } from '@muster/extraction'
import { expect, test } from 'vitest'
import { agree } from './agreement.ts'
import { evaluate } from './evaluate.ts'
import type { GoldArticle, GoldClaim } from './gold.ts'
import { matchClaims } from './match-claims.ts'
import { report } from './report.ts'

const CLAIM: GoldClaim = {
  start: 10,
  end: 20,
  low: 3000,
  high: 3000,
  unit: 'personnel',
  predicate: 'deployed',
  actor: 'PRK',
  status: 'actual',
  extent: 'total',
  source: 'National Intelligence Service',
}
const other = (said: Partial<GoldClaim>): GoldClaim => ({ ...CLAIM, ...said })

test('each level asks for more than the one before', () => {
  const level = (said: Partial<GoldClaim>) =>
    (['quantity', 'core', 'full'] as const).filter((each) => agree(each, CLAIM, other(said)))
  expect(level({})).toEqual(['quantity', 'core', 'full'])
  expect(level({ extent: 'part' })).toEqual(['quantity', 'core'])
  expect(level({ actor: 'RUS' })).toEqual(['quantity'])
  expect(level({ high: null })).toEqual([])
  expect(level({ start: 20, end: 30 })).toEqual([])
})

test('sources agree by a long word or by acronym', () => {
  const same = (source: string | null) => agree('full', CLAIM, other({ source }))
  expect(['NIS', 'the intelligence agency', 'Pentagon', null].map(same)).toEqual([true, true, false, false])
})

test('a claim found twice matches once', () => {
  const { pairs, missed, extra } = matchClaims('core', [CLAIM], [other({ extent: 'part' }), CLAIM])
  expect([pairs.length, missed.length, extra.length]).toEqual([1, 0, 1])
  expect(pairs[0]?.[1]).toBe(CLAIM)
})

test('an article is read and compared', () => {
  const text = 'The Pentagon said about 10,000 North Korean soldiers are deployed in Russia.'
  const quote = 'about 10,000 North Korean soldiers'
  const start = text.indexOf(quote)
  const claim = other({ start, end: start + quote.length, low: 10_000, high: 10_000, source: 'Pentagon' })
  const article = {
    id: 'a',
    title: null,
    text,
    published: null,
    claims: [claim, other({ start: 0, end: 3 })],
  }
  const { levels, silence, mistakes } = evaluate([
    article,
    { ...article, id: 'b', text: 'It rained.', claims: [] },
  ])
  expect(levels.full).toEqual({ gold: 2, predicted: 1, precision: 1, recall: 0.5, f1: 2 / 3 })
  expect(silence).toEqual({ articles: 1, silent: 1 })
  expect(mistakes.map(({ kind }) => kind)).toEqual(['missed'])
})

test('the report states how often sure claims are right', () => {
  const text = 'About 10,000 North Korean soldiers are deployed in Russia.'
  const claim = other({ start: 0, end: 34, low: 10_000, high: 10_000, source: null })
  const article: GoldArticle = { id: 'a', title: null, text, published: null, claims: [claim] }
  // The confidence itself is fitted anew from time to time; what the report makes of it is not.
  const extract = (read: GoldArticle) => extractClaims(read).map((found) => ({ ...found, confidence: 0.93 }))
  const articles = [article, { ...article, claims: [{ ...claim, actor: 'RUS' }] }]
  expect(report(evaluate(articles, extract))).toContain(
    'confidence of 0.9 or more: 1 of 2 claims right at core, a precision of 0.500',
  )
})
