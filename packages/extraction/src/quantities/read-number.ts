import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import { readSum, startsWithScale } from './read-sum.ts'
import { readHalf, readSeveral, readVague } from './read-vague.ts'

const few = wordClass('few')

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
