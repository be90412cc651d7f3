import { isIrregularPast } from '../lexicon/is-irregular-past.ts'
import { isPlainVerb } from '../lexicon/is-plain-verb.ts'
import { words } from '../lexicon/words.ts'
import { type Quantity, readQuantity } from '../quantities/read-quantity.ts'
import type { Token } from '../text/token.ts'
import { startsNumber } from './starts-number.ts'

const enders = new Set(['(', '.', ',', ';', ':', ')', '"', '!', '?', '–', '—', '-', ']', "'"])

const followers = new Set([
  ...(
    ['preposition', 'auxiliary', 'coordinator', 'relative', 'subordinator', 'weekday', 'adverb'] as const
  ).flatMap((name) => [...words[name]]),
  ...[
    'more',
    'others',
    'other',
    'a',
    'an',
    'the',
    'each',
    'every',
    'last',
    'this',
    'then',
    'there',
    'inland',
    'later',
    'it',
    'they',
    'we',
    'now',
  ],
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
    return isOneOfMany(tokens, quantity) || isOneMore(tokens, quantity)
  if (next === undefined || next.breaks > 0) return true
  if (next.kind === 'mark') return enders.has(next.text) && !(next.text === '-' && !next.gap)
  if (next.kind === 'number') return isCalibre(tokens, quantity.to)
  return next.kind === 'word' && (followers.has(next.lower) || isVerbAt(tokens, quantity.to))
}

/** "one of its two carriers" counts; "one of the reasons" and "one said" do not. */
function isOneOfMany(tokens: readonly Token[], { to }: Quantity): boolean {
  if (tokens[to]?.lower !== 'of') return false
  const next = tokens[to + 1]
  const start = /^(?:its|their|the|our)$/.test(next?.lower ?? '') ? to + 2 : to + 1
  return startsNumber(tokens[start]) && readQuantity(tokens, start, start) !== null
}

/** "five crashed, while one flew on": the last of several that the sentence counts. */
function isOneMore(tokens: readonly Token[], { from, to }: Quantity): boolean {
  const joined = /^(?:while|and|but)$/.test(tokens[from - 1]?.lower ?? '')
  const next = tokens[to]?.lower ?? ''
  return joined && (isIrregularPast(next) || /^(?:was|is|has|had)$/.test(next) || /[^e]ed$/.test(next))
}

/** "152 mm" after a number. */
export function isCalibre(tokens: readonly Token[], at: number): boolean {
  return /^[mc]m$/.test(tokens[at + 1]?.lower ?? '')
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
