import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ExtractedClaimSchema } from './claim-schema.ts'
import { extractClaims } from './extract-claims.ts'

const sentences = [
  'Kenya sent 400 police officers to Haiti, and another 600 will follow next month.',
  '“We lost between 1,200 and 1,500 soldiers,” General Ode said on Monday.',
  'Of the 3,000 troops, about 900 have been killed or wounded so far.',
  'Losses of the enemy: personnel – about 620,050 (+1,340), tanks – 8,720 (+12).',
  'Nine of the 14 jets came back; tens of thousands of rounds of 152 mm shells did not.',
  'If the talks fail, up to half a million reservists could be called up.',
]
const scraps = [
  '\u00ad',
  '\u200b',
  '\u00a0',
  '&nbsp;',
  '&amp;',
  '“',
  '”',
  "'",
  '’s',
  '—',
  '-',
  '(',
  ')',
  '\n\n',
  '\r\n',
  '🚀',
  '\ud800',
  '1,',
  '.5',
  '5 soldiers',
  'of the',
  'per day',
]

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...sentences), fc.constantFrom(...scraps), fc.string({ maxLength: 8 })), {
      maxLength: 14,
    })
    .map((parts) => parts.join(' ')),
  fc
    .tuple(fc.constantFrom(...sentences), fc.nat(90), fc.constantFrom(...scraps))
    .map(([text, at, scrap]) => text.slice(0, at) + scrap + text.slice(at)),
)

const read = (text: string) =>
  extractClaims({ id: 'any', title: text.slice(0, 20), text, published: '2025-03-03' })

test('any text gives exact spans, ordered bounds and claims of the schema, and always the same', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const claims = read(text)
      expect(read(text)).toEqual(claims)
      for (const claim of claims) {
        expect(v.is(ExtractedClaimSchema, claim)).toBe(true)
        expect(text.slice(claim.start, claim.end)).toBe(claim.quote)
        expect((claim.low ?? 0) <= (claim.high ?? Number.POSITIVE_INFINITY)).toBe(true)
        expect(claim.placeIds).toHaveLength(claim.places.length)
      }
    }),
    { numRuns: 400 },
  )
})

test('claims come in order and none overlaps another of the same unit', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const ends = new Map<string, number>()
      let last = 0
      for (const claim of read(text)) {
        expect(claim.start).toBeGreaterThanOrEqual(last)
        expect(claim.start).toBeGreaterThanOrEqual(ends.get(claim.unit) ?? 0)
        ends.set(claim.unit, claim.end)
        last = claim.start
      }
    }),
    { numRuns: 400 },
  )
})

test('time grows with the length of a text that never ends its sentence', () => {
  const text = '5 soldiers and 6 tanks said that '.repeat(6_000)
  const started = performance.now()
  read(text)
  expect(performance.now() - started).toBeLessThan(20_000)
})
