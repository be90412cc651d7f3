import { words } from '../lexicon/words.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { Token } from '../text/token.ts'

const unitKinds =
  /^(?:battalions?|brigades?|divisions?|regiments?|squadron|sector|group|aster|hawk|command|category|level|class|world)$/

/** Whether a number belongs to a name: "tank battalion 203", "the destroyer (DDG 107)", "T-54/55 tanks", "World War One Marines". */
export function isNumbered(tokens: readonly Token[], { from, to, numberFrom }: Quantity): boolean {
  const number = tokens[numberFrom] as Token
  const before = tokens[numberFrom - 1]
  if (from !== numberFrom || before === undefined || number.breaks > 0) return false
  if (before.lower === 'war') return tokens[numberFrom - 2]?.lower === 'world'
  if (number.kind !== 'number' || to !== from + 1 || number.text.includes(',') || number.value > 999)
    return false
  if (before.text === '/' && !before.gap && !number.gap) return /\d/.test(tokens[numberFrom - 2]?.text ?? '')
  if (before.kind !== 'word') return false
  if (unitKinds.test(before.lower)) return before.capital || tokens[to]?.kind !== 'word'
  return isHull(tokens, numberFrom)
}

/** "(DDG 107)", "USS Laboon (DDG 58)". */
function isHull(tokens: readonly Token[], at: number): boolean {
  return (
    /^[A-Z]{2,4}$/.test(tokens[at - 1]?.text ?? '') &&
    tokens[at - 2]?.text === '(' &&
    tokens[at + 1]?.text === ')'
  )
}

/** Whether a number is an age, between commas after a full name: "Captain Adam Bell, 37, of the 4th Brigade". */
export function isAge(tokens: readonly Token[], { from, to, numberFrom }: Quantity): boolean {
  const number = tokens[numberFrom] as Token
  if (from !== numberFrom || to !== from + 1 || number.kind !== 'number') return false
  if (number.value < 16 || number.value > 99 || tokens[from - 1]?.text !== ',') return false
  const name = tokens[from - 2]
  const next = tokens[to]
  if (name?.kind !== 'word' || !name.capital || words.month.has(name.lower)) return false
  return (
    (next?.text === ',' || next?.text === ';') &&
    tokens[from - 3]?.capital === true &&
    tokens[to + 1]?.kind !== 'number'
  )
}
