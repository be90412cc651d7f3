import { quantifiers } from '../lexicon/quantifiers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'

const few = wordClass('few')
const tightScale = wordClass('tight-scale')
/** A number as written in digits or words; `mantissa` lacks the scale that a range may share. */
export type NumberReading = {
  value: number
  mantissa: number
  scale: number
  vague: boolean
  from: number
  to: number
}

type Sum = {
  total: number
  current: number
  scale: number
  lastScale: number
  mantissa: number
  count: number
}

const { numbers, scales, vague } = quantifiers

/** Reads the number that starts at a token, or null. */
export function readNumber(tokens: readonly Token[], at: number): NumberReading | null {
  const token = tokens[at]
  if (token === undefined || token.kind === 'mark' || token.kind === 'code') return null
  if (token.lower === 'a' || token.lower === 'an' || token.lower === 'another')
    return opensNumber(tokens[at + 1]) ? (readSeveral(tokens, at) ?? readSum(tokens, at)) : null
  if (token.kind === 'number') return readSum(tokens, at)
  return readVague(tokens, at) ?? readHalf(tokens, at) ?? readSeveral(tokens, at) ?? readSum(tokens, at)
}

/** Whether "a" before this word counts: "a few hundred", "a dozen". */
function opensNumber(next: Token | undefined): boolean {
  return next !== undefined && (isOneOf(next, few) || startsWithScale(next))
}

/** "thousands", "tens of thousands", "hundreds of thousands". */
function readVague(tokens: readonly Token[], at: number): NumberReading | null {
  const word = tokens[at]?.lower ?? ''
  const first = word === 'tens' ? 10 : vague.get(word)
  if (first === undefined) return null
  const second = tokens[at + 1]?.lower === 'of' ? vague.get(tokens[at + 2]?.lower ?? '') : undefined
  if (second !== undefined && second > first) return vagueReading(first * second, at, at + 3)
  // "tens of shells", but not the tens that people count in.
  if (word === 'tens' && tokens[at + 1]?.lower !== 'of') return null
  return vagueReading(first, at, at + 1)
}

/** "half a million", "half a dozen", "half-a-dozen". */
function readHalf(tokens: readonly Token[], at: number): NumberReading | null {
  const word = tokens[at]?.lower ?? ''
  if (!word.startsWith('half')) return null
  const joined = /^half-(?:a-)?(dozen|million)$/.exec(word)?.[1]
  const value = joined ? scales.get(joined) : halfOf(tokens, at)
  if (value === undefined) return null
  return {
    value: value / 2,
    mantissa: value / 2,
    scale: 1,
    vague: false,
    from: at,
    to: at + (joined ? 1 : 3),
  }
}

function halfOf(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.lower !== 'half' || !['a', 'an'].includes(tokens[at + 1]?.lower ?? '')) return undefined
  return scales.get(tokens[at + 2]?.lower ?? '')
}

/** "several thousand", "a few hundred", "several dozen", "a couple of hundred". */
function readSeveral(tokens: readonly Token[], at: number): NumberReading | null {
  let next = tokens[at]?.lower === 'a' ? at + 1 : at
  if (!isOneOf(tokens[next], few)) return null
  next += tokens[next + 1]?.lower === 'of' ? 2 : 1
  const word = tokens[next]?.lower ?? ''
  const value = scales.get(word) ?? vague.get(word)
  if (value === undefined || tightScale.words.has(word)) return null
  const scaled = tokens[next + 1]?.lower === 'thousand' && value < 1000
  return vagueReading(scaled ? value * 1000 : value, at, next + (scaled ? 2 : 1))
}

function vagueReading(value: number, from: number, to: number): NumberReading {
  return { value, mantissa: value, scale: 1, vague: true, from, to }
}

/** "three thousand", "15-thousand", "four-thousand-100", "1.3 million", "two hundred and six", "a hundred". */
function readSum(tokens: readonly Token[], at: number): NumberReading | null {
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

function startsWithScale(token: Token | undefined): boolean {
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
