import { findPhrase } from '../lexicon/find-phrase.ts'
import { items } from '../lexicon/items.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'

const ageRange = wordClass('age-range')
const aged = wordClass('aged')
const agedOne = wordClass('aged-one')
const numberedKind = wordClass('numbered-kind')
const speakerVerb = wordClass('speaker-verb')
const turning = wordClass('turning')

/** Whether a number belongs to a name: "tank battalion 203", "the destroyer (DDG 107)", "T-54/55 tanks", "World War One Marines", "the Dnipro 1 Battalion". */
export function isNumbered(tokens: readonly Token[], { from, to, numberFrom }: Quantity): boolean {
  const number = tokens[numberFrom] as Token
  const before = tokens[numberFrom - 1]
  if (from !== numberFrom || before === undefined || number.breaks > 0) return false
  if (before.lower === 'war') return tokens[numberFrom - 2]?.lower === 'world'
  if (number.kind !== 'number' || to !== from + 1 || number.text.includes(',')) return false
  if (before.text === '/' && !before.gap && !number.gap)
    return /\d/.test(tokens[numberFrom - 2]?.text ?? '') || isFile(tokens, to)
  // "T- 72 tanks"
  if (before.text === '-' && !before.gap && /^[A-Z]{1,3}$/.test(tokens[numberFrom - 2]?.text ?? ''))
    return true
  if (before.lower === 'unit' && number.text.length >= 4) return true
  if (number.value > 999) return false
  // "a Fattah 1 missile": figures seldom count one
  if (number.value === 1 && before.capital && before.kind === 'word' && numberFrom > 1 && isItem(tokens[to]))
    return true
  if ((isTitle(tokens[to]) && before.capital) || isModelName(tokens, numberFrom)) return true
  if (before.text === '.' && tokens[numberFrom - 2]?.lower === 'no') return true
  if (before.text === ')') return isAfterInitials(tokens, numberFrom)
  if (before.kind !== 'word') return false
  if (isOneOf(before, numberedKind)) return before.capital || tokens[to]?.kind !== 'word'
  return isHull(tokens, numberFrom)
}

/** "Switchblade 300 drones": of the models the lexicon knows, several would have their plural. */
function isModelName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1] as Token
  if (!before.capital || at < 2 || (tokens[at - 2] as Token).text === '.') return false
  const found = findPhrase(items, tokens, at - 1)?.value
  return found?.unit === 'materiel' && found.number === 'singular'
}

/** "/isn/4791.htm" */
function isFile(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '.' && tokens[at + 1]?.kind === 'word' && tokens[at + 1]?.gap === false
}

/** "the Dnipro 1 Battalion": of several there would be more than one. */
function isTitle(next: Token | undefined): boolean {
  return next?.kind === 'word' && next.capital && isOneOf(next, numberedKind)
}

/** "(DDG 107)", "USS Laboon (DDG 58)". */
function isHull(tokens: readonly Token[], at: number): boolean {
  return (
    /^[A-Z]{2,4}$/.test(tokens[at - 1]?.text ?? '') &&
    tokens[at - 2]?.text === '(' &&
    tokens[at + 1]?.text === ')'
  )
}

/** "Destroyer Squadron (DESRON) 9," */
function isAfterInitials(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return (
    /^[A-Z]{3,6}$/.test(tokens[at - 2]?.text ?? '') &&
    tokens[at - 3]?.text === '(' &&
    (next === undefined || next.kind === 'mark')
  )
}

/** Whether a number is an age, between commas after a full name: "Captain Adam Bell, 37, of the 4th Brigade". */
export function isAge(tokens: readonly Token[], { from, to, numberFrom }: Quantity): boolean {
  const number = tokens[numberFrom] as Token
  if (isAgeRange(tokens, from, to) || isStatedAge(tokens, from, to)) return true
  if (from !== numberFrom || to !== from + 1 || number.kind !== 'number') return false
  if (number.value < 16 || number.value > 99 || tokens[from - 1]?.text !== ',') return false
  const name = tokens[from - 2]
  const next = tokens[to]
  if (name?.kind !== 'word' || !name.capital || words.month.has(name.lower)) return false
  if (!/^[,;.]$/.test(next?.text ?? '') || tokens[to + 1]?.kind === 'number') return false
  return tokens[from - 3]?.capital === true ? next?.text !== '.' : isFirstName(tokens, from - 2)
}

/** "said Adam, 42,": a name alone, and not of a state. */
function isFirstName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    ((tokens[at] as Token).kinds & wordKind.actor) === 0 &&
    (before === undefined || before.text === '.' || isOneOf(before, speakerVerb))
  )
}

/** "men from 18 to 30 are drafted". */
function isAgeRange(tokens: readonly Token[], from: number, to: number): boolean {
  if (!isOneOf(tokens[from - 1], aged) || !isOneOf(tokens[from], ageRange)) return false
  const last = tokens[to - 1]
  return last?.kind === 'number' && last.value >= 20 && last.value <= 70 && !isItem(tokens[to])
}

function isItem(token: Token | undefined): boolean {
  return token !== undefined && (token.kinds & wordKind.item) !== 0
}

/** "He was 29.", "the youngest is 19". */
function isStatedAge(tokens: readonly Token[], from: number, to: number): boolean {
  const number = tokens[from] as Token
  if (to !== from + 1 || number.kind !== 'number' || number.value < 14 || number.value > 99) return false
  if (!isOneOf(tokens[from - 1], turning)) return false
  const ends = tokens[to] === undefined || tokens[to]?.kind === 'mark' || (tokens[to]?.breaks ?? 0) > 0
  return ends && isOneOf(tokens[from - 2], agedOne)
}
