import { type Quantity, readQuantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import { bareMention } from './bare-mention.ts'
import type { Mention } from './mention.ts'
import { readNoun } from './read-noun.ts'
import { startsNumber } from './starts-number.ts'
/** "two Chinese and four Russian bombers": the first number borrows the noun of the second. */
export function readSharedNoun(document: Document, sentence: number, quantity: Quantity): Mention | null {
  const { tokens } = document
  const limit = document.sentences[sentence]?.to ?? tokens.length
  let at = quantity.to
  while (at < limit && at - quantity.to < 3 && tokens[at]?.kind === 'word' && tokens[at]?.capital) at += 1
  if (at === quantity.to || at + 1 >= limit || !/^(?:and|or|,)$/.test(tokens[at]?.lower ?? '')) return null
  const next = startsNumber(tokens[at + 1]) ? readQuantity(tokens, at + 1, at + 1) : null
  if (next === null) return null
  const noun = readNoun(tokens, next.to, limit, false)
  if (noun.kind !== 'noun' || noun.form.context !== null) return null
  return { ...bareMention(sentence, quantity, noun.form), to: at }
}
