import { type Quantity, readQuantity } from '../quantities/read-quantity.ts'
import type { Token } from '../text/token.ts'
import { startsNumber } from './starts-number.ts'

const longestQualifier = 4

/** The quantity that starts here, with the words that qualify it, or null. */
export function quantityAt(tokens: readonly Token[], from: number): Quantity | null {
  for (let at = from; at < from + longestQualifier; at += 1) {
    const quantity = startsNumber(tokens[at]) ? readQuantity(tokens, at, from) : null
    if (quantity !== null) return quantity.from === from ? quantity : null
  }
  return null
}
