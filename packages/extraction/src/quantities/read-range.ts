import { quantifiers } from '../lexicon/quantifiers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import { type NumberReading, readNumber } from './read-number.ts'
import { joinLower, readBefore } from './read-qualifiers.ts'

const change = wordClass('change')
const yearPreposition = wordClass('year-preposition')

const rangeMarks = new Set(['-', '–', '—'])

/** "10,000 to 12,000", "10-12,000", "between 4.2 and 5.8 million", "two or three". */
export function readRange(tokens: readonly Token[], first: NumberReading, floor: number) {
  const connector = tokens[first.to]
  if (connector === undefined || first.vague || isYear(tokens, first) || !connects(tokens, first, floor))
    return null
  const start = readForward(tokens, first.to + 1)
  const second = readNumber(tokens, start)
  if (second === null || second.vague) return null
  const low = sharedLow(first, second)
  if (low >= second.value || (connector.lower === 'and' && !pairs(tokens, first, second, floor))) return null
  return { low, high: second.value, qualifier: 'range' as const, to: second.to }
}

/** "in 2023 to 1.3 million" does not run from the year. */
function isYear(tokens: readonly Token[], { from, to, value }: NumberReading): boolean {
  return (
    to === from + 1 &&
    value >= 1900 &&
    value <= 2100 &&
    tokens[from]?.text.length === 4 &&
    isOneOf(tokens[from - 1], yearPreposition)
  )
}

function connects(tokens: readonly Token[], first: NumberReading, floor: number): boolean {
  const connector = tokens[first.to] as Token
  if (rangeMarks.has(connector.text)) return !connector.gap || connector.text !== '—'
  if (connector.lower === 'to') return !isChange(tokens, first.from, floor)
  return connector.lower === 'or' || connector.lower === 'and'
}

/** "raised from 30,000 to 60,000 troops" names two sizes, not a range. */
function isChange(tokens: readonly Token[], number: number, floor: number): boolean {
  const at = readBefore(tokens, number, floor).from
  if (tokens[at - 1]?.lower !== 'from') return false
  for (let back = at - 2; back >= Math.max(floor, at - 8); back -= 1) {
    if (isOneOf(tokens[back], change)) return true
  }
  return false
}

/** "and" joins a range after "between", or before "respectively". */
function pairs(
  tokens: readonly Token[],
  first: NumberReading,
  second: NumberReading,
  floor: number,
): boolean {
  for (let back = first.from - 1; back >= Math.max(floor, first.from - 3); back -= 1) {
    if (tokens[back]?.lower === 'between') return true
  }
  const ahead = tokens.slice(second.to, second.to + 4)
  return ahead.some((token) => token.lower === 'respectively')
}

function readForward(tokens: readonly Token[], at: number): number {
  for (let length = 3; length > 0; length -= 1) {
    const phrase = joinLower(tokens, at, at + length)
    if (quantifiers.before.has(phrase)) return at + length
  }
  return at
}

/** The first number takes the scale of the second: "10-12,000", "4.2 and 5.8 million". */
function sharedLow(first: NumberReading, second: NumberReading): number {
  if (first.scale === 1 && second.scale > 1 && first.value < second.mantissa)
    return Math.round(first.value * second.scale)
  const written = second.scale === 1 && second.value >= 1000 && second.value % 1000 === 0
  return written && first.value < second.value / 1000 ? first.value * 1000 : first.value
}
