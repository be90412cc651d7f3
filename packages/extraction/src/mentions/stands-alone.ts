import { isIrregularPast } from '../lexicon/is-irregular-past.ts'
import { isPlainVerb } from '../lexicon/is-plain-verb.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import { type Quantity, readQuantity } from '../quantities/read-quantity.ts'
import type { Token } from '../text/token.ts'
import { startsNumber } from './starts-number.ts'

const calibreUnit = wordClass('calibre-unit')
const contrast = wordClass('contrast')
const oneVerb = wordClass('one-verb')
const definiteOrOwned = wordClass('definite-or-owned')
const themOrWhich = wordClass('them-or-which')

const enders = new Set(['(', '.', ',', ';', ':', ')', '"', '!', '?', '–', '—', '-', ']', "'"])

const followers = new Set([
  ...wordClass('loose').words,
  ...wordClass('follower').words,
  ...(
    ['preposition', 'auxiliary', 'coordinator', 'relative', 'subordinator', 'weekday', 'adverb'] as const
  ).flatMap((name) => [...words[name]]),
])

/** Whether a number can stand without a noun where it is. */
export function standsAlone(tokens: readonly Token[], quantity: Quantity): boolean {
  const next = tokens[quantity.to]
  const number = tokens[quantity.numberFrom] as Token
  if (quantity.low !== null && !Number.isInteger(quantity.low)) return false
  const before = tokens[quantity.from - 1]
  // "Tower 22" and "Resolution 1701" are names.
  if (
    number.kind === 'number' &&
    before?.kind === 'word' &&
    before.capital &&
    !number.text.includes(',') &&
    !words.weekday.has(before.lower) &&
    quantity.from === quantity.numberFrom &&
    tokens[quantity.from - 2]?.kind === 'word'
  )
    return false
  if (quantity.low === 1 && number.kind === 'word')
    return isOneOfMany(tokens, quantity) || isOneOfThem(tokens, quantity) || isOneMore(tokens, quantity)
  if (isBareYear(tokens, quantity)) return false
  if (next === undefined || next.breaks > 0 || beforeOnes(tokens, quantity.to)) return true
  if (next.kind === 'mark') return enders.has(next.text) && !(next.text === '-' && !next.gap)
  if (next.kind === 'number') return isCalibre(tokens, quantity.to)
  return next.kind === 'word' && (followers.has(next.lower) || isVerbAt(tokens, quantity.to))
}

/** "a record for 2025": four digits without a comma and a noun are a year. */
function isBareYear(tokens: readonly Token[], { from, to, numberFrom }: Quantity): boolean {
  const { kind, text, value } = tokens[numberFrom] as Token & { value: number }
  return (
    kind === 'number' &&
    from === numberFrom &&
    to === from + 1 &&
    /^\d{4}$/.test(text) &&
    value >= 1980 &&
    value <= 2040
  )
}

const longestOnes = 3

/** "14 territorial ones". */
export function beforeOnes(tokens: readonly Token[], to: number): boolean {
  for (let at = to; at < to + longestOnes; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'word' || token.breaks > 0) return false
    if (token.lower === 'ones') return true
  }
  return false
}

/** "five soldiers, one of them badly hurt". */
function isOneOfThem(tokens: readonly Token[], { to }: Quantity): boolean {
  return tokens[to]?.lower === 'of' && isOneOf(tokens[to + 1], themOrWhich)
}

/** "one of its two carriers" counts; "one of the reasons" and "one said" do not. */
function isOneOfMany(tokens: readonly Token[], { to }: Quantity): boolean {
  if (tokens[to]?.lower !== 'of') return false
  const next = tokens[to + 1]
  const start = isOneOf(next, definiteOrOwned) ? to + 2 : to + 1
  return startsNumber(tokens[start]) && readQuantity(tokens, start, start) !== null
}

/** "five crashed, while one flew on": the last of several that the sentence counts. */
function isOneMore(tokens: readonly Token[], { from, to }: Quantity): boolean {
  const joined = isOneOf(tokens[from - 1], contrast)
  const next = tokens[to]?.lower ?? ''
  return joined && (isIrregularPast(next) || oneVerb.words.has(next) || /[^e]ed$/.test(next))
}

/** "152 mm" after a number. */
export function isCalibre(tokens: readonly Token[], at: number): boolean {
  return isOneOf(tokens[at + 1], calibreUnit)
}

/** "36 launched on Thursday" has a verb, "two occupied regions" an adjective. */
function isVerbAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (token.capital) return false
  if (isIrregularPast(token.lower) || isPlainVerb(token.lower)) return true
  const after = tokens[at + 1]
  return (
    /(?:ed|ing)$/.test(token.lower) &&
    (after === undefined || after.kind !== 'word' || followers.has(after.lower))
  )
}
