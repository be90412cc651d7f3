import { contexts } from '../lexicon/contexts.ts'
import { isOneOf, someOf, startsLikeOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { NumberToken, Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import { isAge, isNumbered } from './is-name-number.ts'

const beforeYear = wordClass('before-year')
const hyphenedMeasure = wordClass('hyphened-measure')
const label = wordClass('label')
const moneySign = wordClass('money-sign')
const counted = wordClass('counted')
const inhabitant = wordClass('inhabitant')
const numberedModel = wordClass('numbered-model')
const one = wordClass('one')
const small = wordClass('small')

/** What a number is that counts nothing. */
export type NoCount = 'zero' | 'money' | 'label' | 'ratio' | 'measure' | 'date' | 'model'

/** Tells what a number is that counts nothing (money, dates, percentages, measures, labels, ages); null for a count. */
export function whyNoCount(tokens: readonly Token[], quantity: Quantity): NoCount | null {
  const before = tokens[quantity.numberFrom - 1]
  const number = tokens[quantity.numberFrom] as Token
  const next = tokens[quantity.to]
  if (quantity.low === 0 || quantity.high === 0) return 'zero'
  if (before && (isOneOf(before, moneySign) || isOneOf(tokens[quantity.from - 1], moneySign))) return 'money'
  if (before && number.kind === 'number' && isOneOf(before, label)) return 'label'
  if (before?.lower === 'number' && contexts.numbered.has(tokens[quantity.numberFrom - 2]?.lower ?? ''))
    return 'label'
  if (isEnumerator(tokens, quantity) || isNumbered(tokens, quantity)) return 'label'
  if (isAge(tokens, quantity)) return 'measure'
  if (isPerEach(tokens, quantity)) return 'ratio'
  if (next?.lower === 'to' && isOneOf(tokens[quantity.to + 1], one)) return 'ratio'
  if (before?.lower === 'top' && quantity.from === quantity.numberFrom) return 'label'
  if (before?.lower === 'in' && isOneOf(tokens[quantity.numberFrom - 2], small)) return 'ratio'
  if (isMeasured(tokens, quantity.to, next)) return 'measure'
  if (isDate(tokens, quantity, before, next)) return 'date'
  return isModel(number, before) ? 'model' : null
}

/** "3. Ghana 843", "2) Tanks": the number that opens an item of a list. */
function isEnumerator(tokens: readonly Token[], { from, to, low }: Quantity): boolean {
  const number = tokens[from] as Token
  const mark = tokens[to]
  const next = tokens[to + 1]
  return (
    to === from + 1 &&
    (from === 0 || number.breaks > 0) &&
    number.text.length <= 3 &&
    low !== null &&
    (mark?.text === '.' || mark?.text === ')') &&
    !mark.gap &&
    next?.kind === 'word' &&
    next.breaks === 0
  )
}

const longestRatio = 10

/** "20 for every 100": a rate of one to the other, not a size. */
function isPerEach(tokens: readonly Token[], { from, to }: Quantity): boolean {
  if (tokens[from - 1]?.lower === 'every') return true
  for (let at = to; at < Math.min(tokens.length - 1, to + longestRatio); at += 1) {
    const token = tokens[at] as Token
    if (token.text === '.' || token.text === ';') return false
    const next = tokens[at + 1] as Token
    if (token.lower === 'every' && (next.kind === 'number' || someItem(tokens, at + 1))) return true
    if (token.lower === 'per' && next.kind === 'number') return someOf(tokens, at + 2, at + 5, inhabitant)
  }
  return false
}

/** "ten gunners for every rifle soldier" */
function someItem(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from, from + 3).some(({ kinds }) => (kinds & wordKind.item) !== 0)
}

function isMeasured(tokens: readonly Token[], at: number, next: Token | undefined): boolean {
  if (next === undefined) return false
  const hyphened = next.text === '-' && !next.gap
  const word = hyphened ? tokens[at + 1] : next
  if (word === undefined) return false
  if (words.measure.has(word.lower)) return true
  // "150,000 US dollars"
  if (word.capital && words.measure.has(tokens[at + 1]?.lower ?? '')) return true
  if (word.lower === 'per' && tokens[at + 1]?.lower === 'cent') return true
  return hyphened && !word.gap && startsLikeOneOf(word.lower, hyphenedMeasure)
}

function isDate(
  tokens: readonly Token[],
  quantity: Quantity,
  before: Token | undefined,
  next: Token | undefined,
): boolean {
  const number = tokens[quantity.numberFrom] as Token
  if (number.kind !== 'number') return false
  const day = number.value <= 31 && Number.isInteger(number.value)
  // "October 6 2016": a year right after a day of a month.
  if (
    before?.kind === 'number' &&
    before.value <= 31 &&
    number.text.length === 4 &&
    !number.text.includes(',')
  ) {
    const month = tokens[quantity.numberFrom - 2]
    if (month !== undefined && isMonth(month)) return true
  }
  // "March 3rd 2021"
  if (isYear(number, undefined, next, undefined) && isOrdinalDay(before)) return true
  const point = before?.text === '.' ? tokens[quantity.numberFrom - 2] : before
  if (day && point && isMonth(point)) return true
  if (day && before?.text === '(' && words.weekday.has(tokens[quantity.numberFrom - 2]?.lower ?? ''))
    return true
  if (day && next && isMonth(next) && next.capital) return true
  return isYear(number, before, next, point)
}

function isOrdinalDay(token: Token | undefined): boolean {
  return token !== undefined && /^[0-3]?\d(?:st|nd|rd|th)$/.test(token.lower)
}

function isMonth(token: Token): boolean {
  return words.month.has(token.lower) && token.capital
}

/** "in 2022", "June 2024", "(2019)"; "2000 soldiers" and "2,000" are counts. */
function isYear(
  number: NumberToken,
  before: Token | undefined,
  next: Token | undefined,
  point: Token | undefined,
): boolean {
  if (
    number.text.length !== 4 ||
    number.value < 1800 ||
    number.value > 2100 ||
    !Number.isInteger(number.value)
  )
    return false
  if (before === undefined || before.kind === 'mark') return true
  if (point && isMonth(point)) return true
  if (isOneOf(before, beforeYear))
    return !(next?.kind === 'word' && isOneOf(next, counted) && before.lower !== 'in')
  return next === undefined || next.kind === 'mark' || before.capital
}

/** "Engels-2", "Leopard 2". */
function isModel(number: Token, before: Token | undefined): boolean {
  if (number.kind !== 'number' || before === undefined) return false
  if (before.text === '-' && !before.gap && !number.gap && number.value < 100) return true
  return before.capital && number.value < 10 && isOneOf(before, numberedModel)
}
