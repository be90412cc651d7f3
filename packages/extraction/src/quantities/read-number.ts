import { quantifiers } from '../lexicon/quantifiers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import { readSum, startsWithScale } from './read-sum.ts'

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

const { scales, vague } = quantifiers

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
