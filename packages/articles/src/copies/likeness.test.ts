import { COPY_EDITS, editNews } from '@muster/testing/compose-copies'
import { composeNews } from '@muster/testing/compose-news'
import { expect, test } from 'vitest'
import { bandKeys } from './band-keys.ts'
import { likeness } from './likeness.ts'
import { bytesOfPrint, printOfBytes } from './print-bytes.ts'
import { printText } from './print-text.ts'
import { shinglesOf } from './shingles-of.ts'

const TEXTS = Array.from({ length: 100 }, (_, seed) => composeNews(seed))
const likenessOf = (a: string, b: string): number => likeness(printText(a), printText(b))

test('three words in a row are a shingle, whatever their case and what stands between them', () => {
  expect(shinglesOf('Troops left the base.')).toEqual([1324150779, 2792427467])
  expect(shinglesOf('TROOPS — left\nthe “base”')).toEqual(shinglesOf('troops left the base'))
  expect(shinglesOf('a b c a b c a b c')).toHaveLength(3)
})

test.each([
  ['', 0],
  [' … ', 0],
  ['Troops', 1],
  ['Troops left', 1],
  ['Troops left the', 1],
  ['Війська залишили базу вчора', 2],
  [Array.from({ length: 20_000 }, (_, n) => n).join(' '), 9998],
])(
  '%# of a text without words, short ones and one that is read to its 10,000th word has that many shingles',
  (text, count) => {
    expect(shinglesOf(text)).toHaveLength(count)
  },
)

test('a print has the whole text and its beginnings of 50 and 200 shingles, and 22 keys for each, of which some are the same', () => {
  const print = printText(composeNews(1, 30).join(' '))
  expect(print.map(({ shingles, minima }) => [shingles, minima.length])).toEqual([
    [471, 66],
    [50, 66],
    [200, 66],
  ])
  expect(bandKeys(print)).toHaveLength(64)
  expect(bandKeys(print).every((key) => Number.isInteger(key) && key === (key | 0))).toBe(true)
})

test('a print is stored in 268 bytes a part and is the same when read', () => {
  const print = printText(composeNews(1).join(' '))
  expect(bytesOfPrint(print)).toHaveLength(268 * print.length)
  expect(printOfBytes(bytesOfPrint(print))).toEqual(print)
})

test('how like two texts are is asked of the shorter one', () => {
  const whole = composeNews(3)
  const text = whole.join(' ')
  expect(likenessOf(text, text)).toBe(1)
  expect(likenessOf(text, whole.slice(0, 4).join(' '))).toBeGreaterThan(0.9)
  expect(likenessOf(whole.slice(0, 4).join(' '), text)).toBeGreaterThan(0.9)
  expect(likenessOf(text, composeNews(4).join(' '))).toBeLessThan(0.25)
  expect(likenessOf(text, '')).toBe(0)
  expect(likenessOf('', '')).toBe(0)
})

test('a few sentences on the matter are no copy of a report of 600', () => {
  const long = composeNews(5, 600).join(' ')
  expect(likenessOf(long, composeNews(6, 2).join(' '))).toBeLessThan(0.5)
})

/** Of how many of 100 texts such a copy is found and known. */
const KNOWN: [keyof typeof COPY_EDITS, number][] = [
  ['the same under another headline', 100],
  ['an agency line before and a copyright behind', 100],
  ['the first 80 %', 100],
  ['the first half', 100],
  ['the first fifth', 100],
  ['one word in twenty changed', 100],
  ['one word in ten changed', 100],
  ['half of it, one word in twenty changed', 100],
  ['half of it under a new lead', 100],
  ['half of it and as much of its own', 97],
  ['the last half', 94],
  ['every other sentence', 99],
  ['two thirds in another order', 100],
]

test.each(KNOWN)('copies with %s are known', (name, share) => {
  const known = TEXTS.filter((text, seed) => isKnown(text.join(' '), editNews(seed, COPY_EDITS[name])))
  expect(known).toHaveLength(share)
})

test('of 4,950 pairs of reports of the same matter none is taken for a copy, and 38 are looked at', () => {
  const prints = TEXTS.map((text) => printText(text.join(' ')))
  const keys = prints.map((print) => new Set(bandKeys(print)))
  let [alike, lookedAt] = [0, 0]
  for (const [a, print] of prints.entries()) {
    for (const [b, other] of prints.slice(0, a).entries()) {
      if (likeness(print, other) >= 0.5) alike++
      if ([...(keys[a] as Set<number>)].some((key) => keys[b]?.has(key))) lookedAt++
    }
  }
  expect([alike, lookedAt]).toEqual([0, 38])
})

function isKnown(text: string, copy: string): boolean {
  const [print, other] = [printText(text), printText(copy)]
  const keys = new Set(bandKeys(print))
  return bandKeys(other).some((key) => keys.has(key)) && likeness(print, other) >= 0.5
}
