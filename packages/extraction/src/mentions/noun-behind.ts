import { contexts } from '../lexicon/contexts.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { type ItemForm, items } from '../lexicon/items.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { afterBody } from './body-before.ts'
import { compoundNoun } from './compound-noun.ts'
import type { Antecedent, Found } from './read-elided.ts'
import { startsNumber } from './starts-number.ts'

const backPointer = wordClass('back-pointer')
const numberIntroducer = wordClass('number-introducer')
const numberNoun = wordClass('number-noun')
const them = wordClass('them')
const tollOpener = wordClass('toll-opener')
const tollParticiple = wordClass('toll-participle')

const soldier: ItemForm = {
  item: 'soldier',
  unit: 'personnel',
  number: 'plural',
  context: null,
  predicate: null,
  armed: false,
}

/** The noun counted or named before, in the same sentence or the one before it. */
export function nounBehind(
  document: Document,
  sentence: number,
  quantity: Quantity,
  found: Found,
): Antecedent | null {
  const { tokens } = document
  const start = document.sentences[sentence]?.from ?? 0
  if (afterBody(tokens, quantity.from, start)) return { form: soldier, at: null }
  const last = found.mentions.at(-1)
  const blocked = found.blocked.at(-1)
  const lastTo = last?.sentence === sentence ? last.to : -1
  const blockedTo = blocked?.sentence === sentence ? blocked.to : -1
  const bare = bareNoun(tokens, start, quantity.from)
  const ofThem = isOfThem(tokens, quantity)
  if (
    bare &&
    bare.at >= lastTo &&
    bare.at >= blockedTo &&
    (ofThem || isIntroduced(tokens, bare.at, quantity))
  )
    return bare
  if (blockedTo > lastTo) return null
  if (last?.sentence === sentence) return { form: plainNoun(last.noun), at: last.antecedent }
  return nounOfSentenceBefore(document, sentence, quantity, found)
}

function nounOfSentenceBefore(
  document: Document,
  sentence: number,
  quantity: Quantity,
  { mentions, blocked }: Found,
): Antecedent | null {
  const { tokens, sentences } = document
  const start = sentences[sentence]?.from ?? 0
  const last = mentions.at(-1)
  const other = blocked.at(-1)
  const ofThem = isOfThem(tokens, quantity)
  const near = last && sentence - last.sentence <= (ofThem || refersToNumber(tokens, start, quantity) ? 2 : 1)
  const hides =
    other !== undefined &&
    last !== undefined &&
    other.from > last.from &&
    !refersToNumber(tokens, start, quantity)
  if (near && !hides && (ofThem || refersBack(tokens, start, quantity))) {
    return { form: plainNoun(last.noun), at: null }
  }
  if (!ofThem) return null
  const from = sentences[Math.max(0, sentence - 2)]?.from ?? start
  const bare = bareNoun(tokens, from, start)
  return bare ? { form: bare.form, at: null } : null
}

function isOfThem(tokens: readonly Token[], { to }: Quantity): boolean {
  return tokens[to]?.lower === 'of' && isOneOf(tokens[to + 1], them)
}

/** What was launched were missiles. */
function plainNoun(form: ItemForm): ItemForm {
  return form.context === 'launch' ? { ...form, item: 'missile', predicate: null } : form
}

function bareNoun(
  tokens: readonly Token[],
  start: number,
  end: number,
): { form: ItemForm; at: number } | null {
  let best: { form: ItemForm; at: number } | null = null
  for (let at = start; at < end; at += 1) {
    const found = findPhrase(items, tokens, at)
    if (found === null) continue
    const compound = compoundNoun(tokens, at, found)
    if (compound !== null) {
      if (at + compound.length <= end) best = { form: compound.form, at }
      at += compound.length - 1
      continue
    }
    const { number, context, item } = found.value
    if (item === 'military') continue
    if (context === 'toll' && isParticiple(tokens, at)) continue
    if (number !== 'singular' && context !== 'person' && at + found.length <= end)
      best = { form: found.value, at }
    at += found.length - 1
  }
  return best
}

/** "four were killed": a verb, where "the dead and wounded" is a noun. */
function isParticiple(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? ''
  if (!tollParticiple.words.has(word)) return false
  const before = tokens[at - 1]
  return before === undefined || !(before.capital || isOneOf(before, tollOpener))
}

/** A noun that was only named gives its number when words such as "the number of" or "reached" say so. */
function isIntroduced(tokens: readonly Token[], from: number, quantity: Quantity): boolean {
  if (tokens[quantity.to]?.lower === 'of' && startsNumber(tokens[quantity.to + 2])) return true
  if (tokens[quantity.from - 1]?.lower === 'the' && tokens[quantity.from - 2]?.lower === 'of') return true
  for (let at = Math.max(0, from - 6); at < quantity.to; at += 1) {
    if (isOneOf(tokens[at], numberIntroducer)) return true
  }
  return false
}

function refersBack(tokens: readonly Token[], start: number, quantity: Quantity): boolean {
  if (quantity.numberFrom - start <= 3 || quantity.added) return true
  if (contexts.giving.has(tokens[quantity.from - 1]?.lower ?? '')) return true
  for (let at = start; at < quantity.from; at += 1) if (isOneOf(tokens[at], backPointer)) return true
  return false
}

/** "the number rose to 37,633" goes on with a number of an earlier sentence. */
function refersToNumber(tokens: readonly Token[], start: number, quantity: Quantity): boolean {
  for (let at = start; at < quantity.from; at += 1) {
    if (isOneOf(tokens[at], numberNoun)) return tokens[at + 1]?.lower !== 'of'
  }
  return false
}
