import type { Estimate } from '@muster/estimates'
import { expect, test } from 'vitest'
import { estimateText } from './estimate-text.ts'

const ESTIMATE: Estimate = {
  ...{ low: 8000, best: 10_000.5, high: 1e6, lowOpen: false, highOpen: true, contested: false },
  ...{ origins: ['kor-nis', 'the "sources"'], outlets: ['a\\b', 'Новини'], articles: 3 },
  ...{ newestPublishedAt: new Date('2024-11-04T12:00:00Z'), claimIds: ['c1', 'c3'] },
}

test('an estimate is the same JSON as by JSON.stringify, whatever its names hold', () => {
  expect(estimateText(ESTIMATE)).toBe(JSON.stringify(ESTIMATE))
  expect(estimateText(ESTIMATE)).toBe(JSON.stringify(ESTIMATE))
  const empty = { ...ESTIMATE, origins: [], outlets: [], claimIds: [] }
  expect(estimateText(empty)).toBe(JSON.stringify(empty))
})
