import { expect, test } from 'vitest'
import { type EstimateRow, estimateTable } from './estimate-table.ts'

const kursk: EstimateRow = {
  series: 'PRK.personnel.deployed@RU-KRS',
  low: 10_000,
  best: 11_000,
  high: 12_000,
  lowOpen: false,
  highOpen: true,
  contested: false,
  origins: 1,
  asOf: '2024-11-07',
  quote: 'estimated at 10,000-12,000',
}
const overall: EstimateRow = {
  ...kursk,
  series: 'PRK.personnel.deployed@*',
  low: 3_000,
  contested: true,
  origins: 3,
  quote: 'approximately 3,000 North Korean soldiers\n\nhave been deployed',
}

test('overall comes first, open and contested sides are marked, long quotes are cut', () => {
  expect(estimateTable([kursk, overall])).toBe(`\
┌───────────────────────────────┬────────┬────────┬──────────┬───┬─────────┬────────────┬────────────────────────────────────────────────┐
│ series                        │    low │   best │     high │   │ origins │ as of      │ quote                                          │
├───────────────────────────────┼────────┼────────┼──────────┼───┼─────────┼────────────┼────────────────────────────────────────────────┤
│ PRK.personnel.deployed@*      │  3,000 │ 11,000 │ ≥ 12,000 │ ≠ │       3 │ 2024-11-07 │ “approximately 3,000 North Korean soldiers h…” │
│ PRK.personnel.deployed@RU-KRS │ 10,000 │ 11,000 │ ≥ 12,000 │   │       1 │ 2024-11-07 │ “estimated at 10,000-12,000”                   │
└───────────────────────────────┴────────┴────────┴──────────┴───┴─────────┴────────────┴────────────────────────────────────────────────┘
@* overall · ≤ ≥ an open side: only a source’s point stands there · ≠ sources contradict each other`)
})

test('without estimates it says so', () => {
  expect(estimateTable([])).toBe('No estimates yet.')
})
