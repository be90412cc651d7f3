import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readSamples } from '../packages/cli/src/read-samples.ts'

// Spans of claims point into these texts, so not a byte may change.
test('the sample texts are what they were', async () => {
  const samples = await readSamples()
  expect(
    samples.map(({ number, text }) => [number, createHash('sha256').update(text).digest('hex')]),
  ).toEqual([
    ['000', '934c3fb543b558b4212eadeb483a2e076bbc3b6284c8aa3ebff559a154f0d900'],
    ['001', '7f08ab6caef4fdfbccec82fe27898aa222576506d3025522de9942c91f4ab15f'],
    ['002', 'f6e87cd18879da6649c6f29ed341d602bfb2f626286975df020ecc988b1f89f3'],
    ['003', 'c5081dc90f4a1dd459f0e8a2c936a79f211648fdacd9c718045028ac075f392c'],
    ['004', '0abd33d9f81e5525e39bb4b65c7a28302b1a25839b188d7b519d14eb5edc7b9b'],
  ])
})

test('only the first sample states its date; the others have that of the news they report', async () => {
  const samples = await readSamples()
  expect(samples.map(({ publishedAt }) => publishedAt.toISOString().slice(0, 10))).toEqual([
    '2025-02-14',
    '2024-10-23',
    '2024-10-23',
    '2024-11-17',
    '2024-11-07',
  ])
})
