import { quantifiers } from '../lexicon/quantifiers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import type { NumberReading } from './read-number.ts'

const { numbers, scales } = quantifiers

const tightScale = wordClass('tight-scale')

type Sum = {
  total: number
  current: number
  scale: number
  lastScale: number
  mantissa: number
  count: number
}

/** "three thousand", "15-thousand", "four-thousand-100", "1.3 million", "two hundred and six", "a hundred". */
export function readSum(tokens: readonly Token[], at: number): NumberReading | null {
  const sum: Sum = {
    total: 0,
    current: 0,
    scale: 1,
    lastScale: Number.POSITIVE_INFINITY,
    mantissa: 0,
    count: 0,
  }
  const { lower } = tokens[at] as Token
  const article = lower === 'a' || lower === 'an' || lower === 'another'
  if (article && !startsWithScale(tokens[at + 1])) return null
  let to = article ? at + 1 : at
  while (to < tokens.length) {
    const step = addToken(sum, tokens, to)
    if (step === 0) break
    to += step
  }
  if (sum.count === 0) return null
  const value = round(sum.total + sum.current)
  return { value, mantissa: sum.mantissa || value, scale: sum.scale, vague: false, from: at, to }
}

/** Whether a word is a scale such as "million", alone or before a hyphen. */
export function startsWithScale(token: Token | undefined): boolean {
  if (token === undefined) return false
  const hyphen = token.lower.indexOf('-')
  const word = hyphen < 0 ? token.lower : token.lower.slice(0, hyphen)
  return scales.has(word) && !tightScale.words.has(word)
}

/** Adds the next token to the sum and tells how many tokens it took, 0 when it does not belong. */
function addToken(sum: Sum, tokens: readonly Token[], at: number): number {
  const token = tokens[at] as Token
  if (token.kind === 'number') return sum.count === 0 && addPart(sum, token.value) ? 1 : 0
  if (token.text === '-' && !token.gap && sum.count > 0) return addHyphened(sum, tokens, at)
  if (token.lower === 'and') return joinsSum(sum, tokens, at) ? 1 : 0
  if (token.kind !== 'word' || (token.gap && isOneOf(token, tightScale))) return 0
  return addWord(sum, token.lower) ? 1 : 0
}

function addHyphened(sum: Sum, tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1]
  return next && !next.gap && next.kind === 'word' && startsWithScale(next) && addWord(sum, next.lower)
    ? 2
    : 0
}

/** "two hundred and six" is one number, "two hundred and six hundred" is two. */
function joinsSum(sum: Sum, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower ?? ''
  const small = numbers.get(next.split('-')[0] ?? '')
  return (
    sum.count > 0 &&
    sum.current % 100 === 0 &&
    sum.total + sum.current >= 100 &&
    small !== undefined &&
    small < 100 &&
    tokens[at - 1]?.kind === 'word' &&
    !scales.has(tokens[at + 2]?.lower ?? '')
  )
}

function addWord(sum: Sum, word: string): boolean {
  // What does not belong leaves the sum as it was; of joined parts each may change it.
  if (!word.includes('-')) return addPartOfWord(sum, word)
  const before = { ...sum }
  if (word.split('-').every((part) => addPartOfWord(sum, part))) return true
  Object.assign(sum, before)
  return false
}

function addPartOfWord(sum: Sum, part: string): boolean {
  const scale = scales.get(part)
  return addPart(sum, numbers.get(part) ?? scale ?? digits(part), scale !== undefined)
}

function digits(part: string): number | undefined {
  return /^\d+$/.test(part) ? Number(part) : undefined
}

function addPart(sum: Sum, value: number | undefined, isScale = false): boolean {
  if (value === undefined || Number.isNaN(value)) return false
  return isScale ? multiply(sum, value) : addSmall(sum, value)
}

function addSmall(sum: Sum, value: number): boolean {
  const room =
    sum.current === 0 ? sum.lastScale : sum.current % 100 === 0 ? 100 : sum.current % 10 === 0 ? 10 : 0
  if (sum.count > 0 && value >= room) return false
  sum.current += value
  sum.count += 1
  return true
}

function multiply(sum: Sum, scale: number): boolean {
  if (scale >= sum.lastScale && scale >= 1000) return false
  if (sum.count === 0) sum.current = 1
  if (sum.total === 0) {
    sum.mantissa ||= sum.current
    sum.scale *= scale
  }
  if (scale < 1000) sum.current = (sum.current || 1) * scale
  else {
    sum.total += (sum.current || 1) * scale
    sum.current = 0
    sum.lastScale = scale
  }
  sum.count += 1
  return true
}

/** 1.3 million is 1300000, not 1300000.0000000002. */
function round(value: number): number {
  const whole = Math.round(value)
  return Math.abs(value - whole) < 1e-6 * Math.max(1, value) && value > 10 ? whole : value
}
