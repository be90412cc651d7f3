import { readFileSync } from 'node:fs'
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
  '&#8217;',
  '\udc00',
  '\u202f',
  '.5',
  '5 soldiers',
  'of the',
  'per day',
]

const articles = readFileSync(new URL('../../../seeds/annotated.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => (line === '' ? [] : [JSON.parse(line).text as string]))

/** A stretch of a whole article, so that what stands around a claim is real. */
const stretches = fc
  .tuple(fc.constantFrom(...articles), fc.nat(7_000), fc.integer({ min: 1, max: 1_200 }))
  .map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length))

/** Stretches one after the other, with scraps put in and pieces taken out. */
const mutations = fc
  .tuple(
    fc.array(stretches, { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(3_600), fc.nat(12), fc.constantFrom(...scraps, '')), { maxLength: 12 }),
  )
  .map(([parts, edits]) =>
    edits.reduce(
      (text, [at, cut, scrap]) =>
        text.slice(0, at % (text.length + 1)) + scrap + text.slice((at % (text.length + 1)) + cut),
      parts.join(' '),
    ),
  )

const texts = fc.oneof(
  mutations,
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...sentences), fc.constantFrom(...scraps), fc.string({ maxLength: 8 })), {
      maxLength: 14,
    })
    .map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom(...sentences), fc.nat(90)).map(([text, at]) => text.slice(0, at)),
  fc
    .tuple(fc.constantFrom(...sentences), fc.nat(90), fc.constantFrom(...scraps))
    .map(([text, at, scrap]) => text.slice(0, at) + scrap + text.slice(at)),
)

/** The same texts in every run; FUZZ_RUNS asks for more of them, and others. */
const FUZZ = process.env.FUZZ_RUNS ? { numRuns: Number(process.env.FUZZ_RUNS) } : { numRuns: 400, seed: 1 }

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
    FUZZ,
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
    FUZZ,
  )
})

test.each([
  '0 of the',
  'nine of',
  'between 5',
  'from 5 to',
  'killed 5 of its',
  '5 soldiers and',
  'some',
  '5 per',
  'up to',
])('a text that breaks off after "%s" is read like any other', (text) => {
  expect(read(text).map(({ quote }) => quote)).toEqual(text === '5 soldiers and' ? ['5 soldiers'] : [])
})
