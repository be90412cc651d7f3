import { expect, test } from 'vitest'
import { matchClaims, type SaidClaim } from './match-claims.ts'

type Told = SaidClaim & { name: string }

const SAID: Omit<SaidClaim, 'start' | 'end'> = {
  ...{ low: 10_000, high: 10_000, qualifier: 'exact', unit: 'personnel', item: 'soldier' },
  ...{ predicate: 'deployed', actor: 'PRK', places: ['Russia'], placeIds: ['RU'], status: 'actual' },
  ...{ extent: 'total', source: 'the Pentagon', origin: 'usa-dod', effectiveDate: null, confidence: 0.9 },
  reportId: 'r',
}

const claim = (name: string, start: number, said: Partial<SaidClaim> = {}): Told => ({
  ...SAID,
  ...said,
  ...{ name, start, end: start + 10 },
})

const twelve = { low: 12_000, high: 12_000 }
const kursk = { places: ['Kursk'], placeIds: ['RU-KRS'] }
const nis = { source: 'the NIS', origin: 'kor-nis' }

/** what it is about, the claims before, those after, and what is made of them: name of the one before > the one after */
const CASES: [string, Told[], Told[], string][] = [
  ['the same in its place', [claim('a', 0)], [claim('A', 0)], 'kept a>A'],
  ['the same elsewhere', [claim('a', 0)], [claim('A', 900)], 'kept a>A'],
  ['another number in its place', [claim('a', 0)], [claim('A', 0, twelve)], 'revised a>A'],
  ['another number elsewhere, of the same word', [claim('a', 0)], [claim('A', 900, twelve)], 'revised a>A'],
  [
    'another number elsewhere, by another word',
    [claim('a', 0)],
    [claim('A', 900, { ...twelve, ...nis })],
    'withdrawn a, added A',
  ],
  [
    'another number in another place of the war',
    [claim('a', 0)],
    [claim('A', 900, { ...twelve, ...kursk })],
    'withdrawn a, added A',
  ],
  ['a place more', [claim('a', 0)], [claim('A', 0, { placeIds: ['RU', 'RU-KRS'] })], 'revised a>A'],
  ['another source in its place', [claim('a', 0)], [claim('A', 0, nis)], 'revised a>A'],
  ['denied now', [claim('a', 0)], [claim('A', 0, { status: 'denied' })], 'revised a>A'],
  ['another verb', [claim('a', 0)], [claim('A', 0, { predicate: 'killed' })], 'revised a>A'],
  [
    'another verb and number in its place',
    [claim('a', 0)],
    [claim('A', 0, { ...twelve, predicate: 'killed' })],
    'revised a>A',
  ],
  [
    'another actor, verb and number in its place',
    [claim('a', 0)],
    [claim('A', 0, { ...twelve, predicate: 'killed', actor: 'RUS' })],
    'withdrawn a, added A',
  ],
  [
    'weapons where soldiers were',
    [claim('a', 0)],
    [claim('A', 0, { unit: 'materiel' })],
    'withdrawn a, added A',
  ],
  ['another report', [claim('a', 0)], [claim('A', 0, { reportId: 's' })], 'revised a>A'],
  ['only how sure it is', [claim('a', 0)], [claim('A', 0, { confidence: 0.5 })], 'kept a>A'],
  ['nothing any more', [claim('a', 0)], [], 'withdrawn a'],
  ['something new', [], [claim('A', 0)], 'added A'],
  [
    'one of two who said the same',
    [claim('a', 0), claim('b', 500)],
    [claim('A', 510)],
    'kept b>A, withdrawn a',
  ],
  [
    'two who said the same changed places with a third between them',
    [claim('a', 0), claim('b', 500)],
    [claim('A', 0), claim('B', 100, twelve), claim('C', 500)],
    'kept a>A, kept b>C, added B',
  ],
  [
    'what means the same goes before what stands in the place',
    [claim('a', 0)],
    [claim('A', 0, twelve), claim('B', 900)],
    'kept a>B, added A',
  ],
  [
    'each of two numbers changed',
    [claim('a', 0), claim('b', 500, { ...kursk, ...twelve })],
    [claim('A', 0, { low: 11_000 }), claim('B', 500, kursk)],
    'revised a>A, revised b>B',
  ],
]

test.each(CASES)('%s', (_, before, after, wanted) => {
  const { kept, revised, withdrawn, added } = matchClaims(before, after, (claim) => claim)
  const told = [
    ...kept.map((pair) => `kept ${pair.before.name}>${pair.after.name}`),
    ...revised.map((pair) => `revised ${pair.before.name}>${pair.after.name}`),
    ...withdrawn.map(({ name }) => `withdrawn ${name}`),
    ...added.map(({ name }) => `added ${name}`),
  ]
  expect(told.join(', ')).toBe(wanted)
})

test('where nobody knows the place, meaning and subject are enough', () => {
  const { kept, revised } = matchClaims(
    [claim('a', 0), claim('b', 0, { predicate: 'killed' })],
    [claim('A', 900), claim('B', 900, { predicate: 'killed', ...twelve })],
    () => null,
  )
  expect([kept, revised].map((pairs) => pairs.map(({ after }) => after.name))).toEqual([['A'], ['B']])
})
