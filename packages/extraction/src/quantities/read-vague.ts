import { quantifiers } from '../lexicon/quantifiers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import type { NumberReading } from './read-number.ts'

const { scales, vague } = quantifiers

const few = wordClass('few')
const tightScale = wordClass('tight-scale')

/** "thousands", "tens of thousands", "hundreds of thousands". */
export function readVague(tokens: readonly Token[], at: number): NumberReading | null {
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
export function readHalf(tokens: readonly Token[], at: number): NumberReading | null {
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
export function readSeveral(tokens: readonly Token[], at: number): NumberReading | null {
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
