import { expect, test } from 'vitest'
import { extractClaims } from '../extract-claims.ts'
import { splitParts } from './split-parts.ts'

const lengths = (text: string) => splitParts(text).map((part) => part.text.length)

test('an article is one part', () => {
  expect(splitParts('Rain.\n\nSnow.')).toEqual([{ start: 0, text: 'Rain.\n\nSnow.' }])
})

test('a longer text is cut after the last paragraph, line, sentence or word that fits, or anywhere', () => {
  const rest = (mark: string) => `${'x'.repeat(30_000)}${mark}${'y'.repeat(20_000)}`
  expect(lengths(rest(' a\nb\n\n'))).toEqual([30_006, 20_000])
  expect(lengths(rest('. a\n'))).toEqual([30_004, 20_000])
  expect(lengths(rest(' a. '))).toEqual([30_004, 20_000])
  expect(lengths(rest(' '))).toEqual([30_001, 20_000])
  expect(lengths(rest(''))).toEqual([40_000, 10_000])
})

test('the parts are the text', () => {
  const text = 'A long story.\n\nIt goes on and on. '.repeat(4_000)
  const parts = splitParts(text)
  expect(parts.map((part) => part.text).join('')).toBe(text)
  expect(parts.every((part) => text.startsWith(part.text, part.start))).toBe(true)
})

test('claims far down a long text stand where their quotes are', () => {
  const text = `${'The road was long.\n\n'.repeat(6_000)}Kenya sent 400 soldiers to Haiti.`
  const [claim] = extractClaims({ id: 'a', title: null, text, published: null })
  expect(claim).toMatchObject({ start: 120_011, end: 120_023, quote: '400 soldiers', actor: 'KEN' })
})
