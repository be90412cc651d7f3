import type { ItemForm } from '../lexicon/items.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { Mention } from './mention.ts'
/** A mention that is a number and nothing else. */
export function bareMention(sentence: number, quantity: Quantity, noun: ItemForm): Mention {
  return {
    sentence,
    from: quantity.from,
    to: quantity.to,
    quantity,
    noun,
    head: null,
    strong: false,
    share: false,
    antecedent: null,
    table: false,
    probability: 1,
  }
}
