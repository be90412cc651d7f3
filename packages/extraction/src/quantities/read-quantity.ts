import type { Qualifier } from '../claim-schema.ts'
import { quantifiers } from '../lexicon/quantifiers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import { type NumberReading, readNumber } from './read-number.ts'
import { readAfter, readBefore } from './read-qualifiers.ts'
import { readRange } from './read-range.ts'

const fewer = wordClass('fewer')
const rangeOpener = wordClass('range-opener')

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
