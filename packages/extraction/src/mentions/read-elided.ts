import { contexts } from '../lexicon/contexts.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { type ItemForm, items } from '../lexicon/items.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { bareMention } from './bare-mention.ts'
import { compoundNoun } from './compound-noun.ts'
import type { Blocked, Mention } from './mention.ts'
import { quantityAt } from './quantity-at.ts'
import { readNoun } from './read-noun.ts'
import { isCalibre, standsAlone } from './stands-alone.ts'
import { startsNumber } from './starts-number.ts'

const backPointer = wordClass('back-pointer')
const hurtingWords = wordClass('hurting')
const numberIntroducer = wordClass('number-introducer')
const numberNoun = wordClass('number-noun')
const numbering = wordClass('numbering')
const skippedOwner = wordClass('skipped-owner')
const them = wordClass('them')
const tollOpener = wordClass('toll-opener')
const tollParticiple = wordClass('toll-participle')

type Antecedent = { form: ItemForm; at: number | null }

type Found = { mentions: Mention[]; blocked: Blocked[] }

const soldier: ItemForm = {
  item: 'soldier',
  unit: 'personnel',
  number: 'plural',
  context: null,
  predicate: null,
  armed: false,
}

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

function nounBehind(
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

/** "an army of millions", "a force of 40,000", "the mission was to number 2,500"; not "a police force of 40,000". */
function afterBody(tokens: readonly Token[], from: number, floor: number): boolean {
  const before = tokens[from - 1]?.lower ?? ''
  if (before === 'of') return isBody(tokens, from - 2)
  if (!numbering.words.has(before)) return false
  for (let at = from - 2; at >= Math.max(floor, from - 10); at -= 1) if (isBody(tokens, at)) return true
  return false
}

/** "a police force of 40,000". */
function isUnarmed(tokens: readonly Token[], from: number): boolean {
  return (
    tokens[from - 1]?.lower === 'of' &&
    contexts.body.has(tokens[from - 2]?.lower ?? '') &&
    contexts.unarmed.has(tokens[from - 3]?.lower ?? '')
  )
}

function isBody(tokens: readonly Token[], at: number): boolean {
  return contexts.body.has(tokens[at]?.lower ?? '') && !contexts.unarmed.has(tokens[at - 1]?.lower ?? '')
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
