import type { ItemForm } from '../lexicon/items.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { bareMention } from './bare-mention.ts'
import { isUnarmed } from './body-before.ts'
import type { Blocked, Mention } from './mention.ts'
import { nounBehind } from './noun-behind.ts'
import { quantityAt } from './quantity-at.ts'
import { readNoun } from './read-noun.ts'
import { isCalibre, standsAlone } from './stands-alone.ts'

const hurtingWords = wordClass('hurting')
const skippedOwner = wordClass('skipped-owner')
const them = wordClass('them')

/** The noun that a number borrows, and where it stands when it was only named. */
export type Antecedent = { form: ItemForm; at: number | null }

/** The counts found so far, and those of other things. */
export type Found = { mentions: Mention[]; blocked: Blocked[] }

/** Reads a number whose noun is left out because the same or the preceding sentence gives it. */
export function readElided(
  document: Document,
  sentence: number,
  quantity: Quantity,
  found: Found,
): Mention | null {
  const { tokens } = document
  if (!standsAlone(tokens, quantity) || isUnarmed(tokens, quantity.from)) return null
  const noun = nounAhead(document, sentence, quantity) ?? nounBehind(document, sentence, quantity, found)
  if (noun === null || (noun.form.unit !== 'personnel' && isHurt(tokens, quantity.from))) return null
  const share = tokens[quantity.to]?.lower === 'of'
  const to = quantity.to + (share && isOneOf(tokens[quantity.to + 1], them) ? 2 : 0)
  return { ...bareMention(sentence, quantity, noun.form), to, share, antecedent: noun.at }
}

/** "rockets hit the market, killing six": those killed are no rockets. */
export function isHurt(tokens: readonly Token[], from: number): boolean {
  return isOneOf(tokens[from - 1], hurtingWords)
}

/** "Nine of the 14 jets", "2 million 152mm and 1.6 million 122mm shells": the noun comes later. */
function nounAhead(document: Document, sentence: number, quantity: Quantity): Antecedent | null {
  const { tokens } = document
  const limit = document.sentences[sentence]?.to ?? tokens.length
  let at = quantity.to
  if (tokens[at]?.lower === 'out' && tokens[at + 1]?.lower === 'of') at += 2
  else if (tokens[at]?.lower === 'of' || (tokens[at]?.lower === 'to' && quantity.qualifier !== 'range'))
    at += 1
  else if (tokens[at]?.kind === 'number' && isCalibre(tokens, at)) at += 2
  else return null
  at = skipOwner(tokens, at, limit)
  const next = at < limit ? quantityAt(tokens, at) : null
  if (next === null) return null
  const noun = readNoun(tokens, next.to, limit, false)
  return noun.kind === 'noun' && noun.form.context !== 'person' ? { form: noun.form, at: null } : null
}

/** "of the country's 36 tanks", "of its 14 jets". */
function skipOwner(tokens: readonly Token[], from: number, limit: number): number {
  const at = isOneOf(tokens[from], skippedOwner) ? from + 1 : from
  for (let next = at + 1; next < Math.min(limit, at + 5); next += 1)
    if (tokens[next]?.lower === "'s" || (tokens[next]?.text === "'" && !tokens[next]?.gap)) return next + 1
  return at
}
