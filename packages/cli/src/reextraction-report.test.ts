import { expect, test } from 'vitest'
import { reextractionReport } from './reextraction-report.ts'

const EMPTY = {
  ...{ extractor: 'rules-9', applied: false, articles: 2, read: 2, claims: [], estimates: [], faults: [] },
}

test('an empty diff is two lines', () => {
  expect(reextractionReport(EMPTY)).toBe(
    'rules-9: 2 of 2 articles read; 0 claims added, 0 lost, 0 changed; 0 estimates differ\n' +
      'Nothing was written; --apply does it.\n',
  )
})

test('claims, estimates and faults are told', () => {
  const numbers = {
    ...{ low: 3000, best: 3000, high: 3000, lowOpen: false, highOpen: false, contested: false },
    ...{ origins: [], outlets: [], articles: 1, newestPublishedAt: new Date(0), claimIds: [] },
  }
  const series = { topic: 'PRK.personnel.killed', place: '*', basis: 'estimate' as const }
  const report = reextractionReport({
    ...EMPTY,
    applied: true,
    claims: [
      {
        ...{ kind: 'changed', articleId: 'a', claimId: 'c', quote: '3,000 soldiers' },
        ...{ before: { predicate: 'deployed' }, after: { predicate: 'killed' } },
      },
    ],
    estimates: [{ ...series, before: null, after: numbers }],
    faults: [{ articleId: 'b', reason: 'SnapshotBrokenError: snapshot x was changed' }],
  })
  expect(report).toContain('0 claims added, 0 lost, 1 changed; 1 estimates differ')
  expect(report).toMatch(/changed.*“3,000 soldiers”.*predicate "deployed" → "killed"/)
  expect(report).toMatch(/PRK\.personnel\.killed@\*.*–.*3000–3000–3000/)
  expect(report).toContain('article b was left out: SnapshotBrokenError: snapshot x was changed')
  expect(report).toContain('Applied as a replay: no alert is sent.')
})
