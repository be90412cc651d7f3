import { actors } from '../lexicon/actors.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { bareMention } from './bare-mention.ts'
import type { Mention } from './mention.ts'
import { quantityAt } from './quantity-at.ts'
import { readNoun } from './read-noun.ts'

const numberJoint = wordClass('number-joint')

/** "two Chinese and four Russian bombers": the first number borrows the noun of the second. */
export function readSharedNoun(document: Document, sentence: number, quantity: Quantity): Mention | null {
  const { tokens } = document
  const limit = document.sentences[sentence]?.to ?? tokens.length
  let at = quantity.to
  while (at < limit && at - quantity.to < 3 && tokens[at]?.kind === 'word' && tokens[at]?.capital) at += 1
  if (at + 1 >= limit || !isOneOf(tokens[at], numberJoint)) return null
  if (at === quantity.to && !isRespective(tokens, at, limit)) return null
  if (tokens[at]?.text === ',' && findPhrase(actors, tokens, quantity.to)?.value.kind !== 'people')
    return null
  const next = quantityAt(tokens, at + 1)
  if (next === null) return null
  const noun = readNoun(tokens, next.to, limit, false)
  if (noun.kind !== 'noun' || noun.form.context !== null) return null
  return { ...bareMention(sentence, quantity, noun.form), to: at }
}

/** "1,500 and 600 troops respectively": numbers side by side share a noun only so. */
function isRespective(tokens: readonly Token[], from: number, limit: number): boolean {
  return tokens.slice(from, Math.min(limit, from + 12)).some((token) => token.lower === 'respectively')
}
