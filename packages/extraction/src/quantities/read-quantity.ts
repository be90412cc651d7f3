import type { Qualifier } from '../claim-schema.ts'
import { quantifiers } from '../lexicon/quantifiers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import { type NumberReading, readNumber } from './read-number.ts'

const carriedOver = wordClass('carried-over')
const change = wordClass('change')
const passed = wordClass('passed')
const fewer = wordClass('fewer')
const gone = wordClass('gone')
const rangeOpener = wordClass('range-opener')
const yearPreposition = wordClass('year-preposition')

/** A number or range with the words that qualify it. */
export type Quantity = {
  low: number | null
  high: number | null
  qualifier: Qualifier
  /** Tokens with the qualifier, without the noun. */
  from: number
  to: number
  /** Where the bare number starts. */
  numberFrom: number
  /** "another", "a further", "3,000 more": an addition to what is there. */
  added: boolean
}

const longestPhrase = 5
const lastWords = new Set(
  [...quantifiers.before.keys()].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)),
)
const firstWords = new Set([...quantifiers.after.keys()].map((phrase) => phrase.split(' ')[0]))
const rangeMarks = new Set(['-', '–', '—'])

/** Reads the quantity whose number starts at a token, or null. */
export function readQuantity(tokens: readonly Token[], at: number, floor: number): Quantity | null {
  const first = readNumber(tokens, at)
  if (first === null) return null
  const range = readRange(tokens, first, floor)
  const to = range?.to ?? first.to
  const after = readAfter(tokens, to)
  const before = readBefore(tokens, at, floor)
  const stated = after.qualifier ?? before.qualifier
  const bounds =
    range ??
    boundsOf(first, stated === 'at_most' && isNegated(tokens, before.from, floor) ? 'at_least' : stated)
  // Written out: spreading objects here took a tenth of all time.
  return {
    low: bounds.low,
    high: bounds.high,
    qualifier: bounds.qualifier,
    from:
      range && isOneOf(tokens[before.from - 1], rangeOpener) && before.from > floor
        ? before.from - 1
        : before.from,
    to: after.to,
    numberFrom: at,
    added:
      before.added ||
      tokens[at]?.lower === 'another' ||
      quantifiers.partial.has(tokens[after.to]?.lower ?? ''),
  }
}

/** "no company had fewer than 90 men": the denied upper bound is a lower one. */
function isNegated(tokens: readonly Token[], from: number, floor: number): boolean {
  if (!isOneOf(tokens[from], fewer)) return false
  return tokens
    .slice(Math.max(floor, from - 6), from)
    .some((token) => token.lower === 'no' || token.lower === 'none' || token.lower === 'never')
}

function boundsOf(
  number: NumberReading,
  qualifier: Qualifier | null,
): Pick<Quantity, 'low' | 'high' | 'qualifier'> {
  const { value } = number
  if (qualifier === 'at_most') return { low: null, high: value, qualifier }
  if (number.vague) return { low: value, high: null, qualifier: 'vague' }
  if (qualifier === 'at_least') return { low: value, high: null, qualifier }
  return { low: value, high: value, qualifier: qualifier === 'approximate' ? qualifier : 'exact' }
}

/** "10,000 to 12,000", "10-12,000", "between 4.2 and 5.8 million", "two or three". */
function readRange(tokens: readonly Token[], first: NumberReading, floor: number) {
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

function readAfter(tokens: readonly Token[], at: number): { qualifier: Qualifier | null; to: number } {
  const next = tokens[at]
  if (next?.text === '+') return { qualifier: 'at_least', to: at + 1 }
  if (next?.text === '-' && tokens[at + 1]?.lower === 'plus') return { qualifier: 'at_least', to: at + 2 }
  if (!firstWords.has(next?.lower)) return { qualifier: null, to: at }
  for (let length = 3; length > 0; length -= 1) {
    const qualifier = quantifiers.after.get(joinLower(tokens, at, at + length))
    // "6 April 2014 At least 29 rebels": what stands before a number qualifies that one.
    if (qualifier !== undefined && readNumber(tokens, at + length) === null)
      return { qualifier, to: at + length }
  }
  return { qualifier: null, to: at }
}

/** Walks back over stacked qualifiers ("a total of about"); a bound beats an approximation. */
function readBefore(tokens: readonly Token[], at: number, floor: number) {
  let from = at
  let qualifier: Qualifier | null = null
  let added = false
  for (;;) {
    const found = phraseBefore(tokens, from, floor)
    if (found === null) return { from, qualifier, added }
    if (found.qualifier !== 'keep' && (qualifier === null || qualifier === 'approximate'))
      qualifier = found.qualifier
    added ||=
      found.qualifier === 'keep' && found.phrase.split(' ').some((word) => quantifiers.partial.has(word))
    from = found.from
  }
}

function phraseBefore(tokens: readonly Token[], to: number, floor: number) {
  if (!lastWords.has(tokens[to - 1]?.lower ?? '')) return null
  for (let length = longestPhrase; length > 0; length -= 1) {
    const from = to - length
    if (from < floor) continue
    const phrase = joinLower(tokens, from, to)
    const qualifier = quantifiers.before.get(phrase)
    if (qualifier === undefined) continue
    if (phrase === 'over' && isParticle(tokens[from - 1])) continue
    if (phrase === 'past' && !isGone(tokens[from - 1])) continue
    if (phrase.startsWith('pass') && !followsCount(tokens, from, floor)) continue
    return { phrase, qualifier, from }
  }
  return null
}

/** "handed over 390 prisoners", "took over 40 tanks", "flew over 3 ships". */
function isParticle(before: Token | undefined): boolean {
  return isOneOf(before, carriedOver)
}

/** "the number has gone past 3,000", not "the past 3 battles". */
function isGone(before: Token | undefined): boolean {
  return before !== undefined && isOneOf(before, gone)
}

const longestPassing = 10

/** "the toll has passed 300": a count passes a number, people pass things. */
function followsCount(tokens: readonly Token[], at: number, floor: number): boolean {
  for (let back = at - 1; back >= Math.max(floor, at - longestPassing); back -= 1)
    if (isOneOf(tokens[back], passed)) return true
  return false
}

function joinLower(tokens: readonly Token[], from: number, to: number): string {
  let phrase = ''
  for (let at = from; at < to; at += 1)
    phrase += at === from ? (tokens[at]?.lower ?? '') : ` ${tokens[at]?.lower ?? ''}`
  return phrase
}
