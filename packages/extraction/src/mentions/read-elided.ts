import { contexts } from '../lexicon/contexts.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { isIrregularPast } from '../lexicon/inflect.ts'
import { type ItemForm, items } from '../lexicon/items.ts'
import { words } from '../lexicon/words.ts'
import { type Quantity, readQuantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import type { Blocked, Mention } from './mention.ts'
import { readNoun } from './read-noun.ts'
import { startsNumber } from './starts-number.ts'

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
const enders = new Set(['.', ',', ';', ':', ')', '"', '!', '?', '–', '—', '-', ']', "'"])
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
  ],
])
const introducers =
  /^(?:numbers?|total|toll|figures?|strength|size|count|tally|losses|exceed(?:ed|s)?|reach(?:ed|es)?|rose|risen|grew|grown|stood|stands|totall?ed|totals|totall?ing|numbering|numbered|estimated|assessed|put|production|casualties|deaths|stock|stocks|amount(?:ed|s)?|was|were|is|are)$/
const backPointers =
  /^(?:this|that|these|those|it|they|them|which|rest|remainder|others|number|figure|total|toll|of)$/

/** Reads a number whose noun is left out because the same or the preceding sentence gives it. */
export function readElided(
  document: Document,
  sentence: number,
  quantity: Quantity,
  found: Found,
): Mention | null {
  const { tokens } = document
  if (!standsAlone(tokens, quantity)) return null
  const noun = nounAhead(document, sentence, quantity) ?? nounBehind(document, sentence, quantity, found)
  if (noun === null) return null
  const share = tokens[quantity.to]?.lower === 'of'
  const to =
    quantity.to + (share && /^(?:them|these|those)$/.test(tokens[quantity.to + 1]?.lower ?? '') ? 2 : 0)
  return { ...bareMention(sentence, quantity, noun.form), to, share, antecedent: noun.at }
}

/** "two Chinese and four Russian bombers": the first number borrows the noun of the second. */
export function readSharedNoun(document: Document, sentence: number, quantity: Quantity): Mention | null {
  const { tokens } = document
  const limit = document.sentences[sentence]?.to ?? tokens.length
  let at = quantity.to
  while (at < limit && at - quantity.to < 3 && tokens[at]?.kind === 'word' && tokens[at]?.capital) at += 1
  if (at === quantity.to || at + 1 >= limit || !/^(?:and|or|,)$/.test(tokens[at]?.lower ?? '')) return null
  const next = startsNumber(tokens[at + 1] as Token) ? readQuantity(tokens, at + 1, at + 1) : null
  if (next === null) return null
  const noun = readNoun(tokens, next.to, limit, false)
  if (noun.kind !== 'noun' || noun.form.context !== null) return null
  return { ...bareMention(sentence, quantity, noun.form), to: at }
}

/** "tanks – 8,720 (+12)": the rows of a table name what they count first. */
export function readTableRow(document: Document, sentence: number, quantity: Quantity): Mention | null {
  const { tokens } = document
  const start = document.sentences[sentence]?.from ?? 0
  const mark = tokens[quantity.from - 1]?.text ?? ''
  if (!/^(?:[-–—:+])$/.test(mark)) return null
  const end = mark === '+' ? quantity.from - 4 : quantity.from - 1
  if (mark === '+') return readTableGain(document, sentence, quantity, end)
  for (let at = Math.max(start, end - 6); at < end; at += 1) {
    const found = findPhrase(items, tokens, at)
    if (
      found &&
      at + found.length === end &&
      found.value.number !== 'singular' &&
      isRowStart(tokens, at, start)
    ) {
      return { ...bareMention(sentence, quantity, found.value), antecedent: at, table: true }
    }
  }
  return null
}

function isRowStart(tokens: readonly Token[], at: number, start: number): boolean {
  return (
    at <= start + 1 ||
    /^[,;:.•*\-–—)]$/.test(tokens[at - 1]?.text ?? '') ||
    tokens[at]?.breaks !== 0 ||
    /^[,;:.•)]$/.test(tokens[at - 2]?.text ?? '')
  )
}

/** "(+12)" after a row is what was added to it. */
function readTableGain(document: Document, sentence: number, quantity: Quantity, at: number): Mention | null {
  const { tokens } = document
  const start = document.sentences[sentence]?.from ?? 0
  if (tokens[quantity.from - 2]?.text !== '(' || tokens[quantity.to]?.text !== ')') return null
  for (let back = at + 1; back > Math.max(start, at - 3); back -= 1) {
    const whole = startsNumber(tokens[back] as Token) ? readQuantity(tokens, back, start) : null
    const row = whole ? readTableRow(document, sentence, whole) : null
    if (row) return { ...row, from: quantity.from, to: quantity.to, quantity: { ...quantity, added: true } }
  }
  return null
}

function bareMention(sentence: number, quantity: Quantity, noun: ItemForm): Mention {
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
  }
}

function standsAlone(tokens: readonly Token[], quantity: Quantity): boolean {
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
  if (quantity.low === 1 && number.kind === 'word') return isOneOfMany(tokens, quantity)
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
  return (
    tokens[start] !== undefined && startsNumber(tokens[start]) && readQuantity(tokens, start, start) !== null
  )
}

function isCalibre(tokens: readonly Token[], at: number): boolean {
  return /^[mc]m$/.test(tokens[at + 1]?.lower ?? '')
}

/** "36 launched on Thursday" has a verb, "two occupied regions" an adjective. */
function isVerbAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (token.capital) return false
  if (isIrregularPast(token.lower)) return true
  const after = tokens[at + 1]
  return (
    /(?:ed|ing)$/.test(token.lower) &&
    (after === undefined || after.kind !== 'word' || followers.has(after.lower))
  )
}

/** "Nine of the 14 jets", "2 million 152mm and 1.6 million 122mm shells": the noun comes later. */
function nounAhead(document: Document, sentence: number, quantity: Quantity): Antecedent | null {
  const { tokens } = document
  const limit = document.sentences[sentence]?.to ?? tokens.length
  let at = quantity.to
  if (tokens[at]?.lower === 'of') at += 1
  else if (tokens[at]?.kind === 'number' && isCalibre(tokens, at)) at += 2
  else return null
  const skipped = /^(?:the|its|their|our|and|around|about|some|an|estimated|roughly)$/
  while (at < limit && skipped.test(tokens[at]?.lower ?? '')) at += 1
  const next = at < limit && startsNumber(tokens[at] as Token) ? readQuantity(tokens, at, at) : null
  if (next === null) return null
  const noun = readNoun(tokens, next.to, limit, false)
  return noun.kind === 'noun' && noun.form.context !== 'person' ? { form: noun.form, at: null } : null
}

function nounBehind(
  document: Document,
  sentence: number,
  quantity: Quantity,
  found: Found,
): Antecedent | null {
  const { tokens } = document
  const start = document.sentences[sentence]?.from ?? 0
  if (afterBody(tokens, quantity.from)) return { form: soldier, at: null }
  const last = found.mentions.at(-1)
  const blocked = found.blocked.at(-1)
  const lastTo = last?.sentence === sentence ? last.to : -1
  const blockedTo = blocked?.sentence === sentence ? blocked.to : -1
  const bare = bareNoun(tokens, start, quantity.from)
  if (bare && bare.at >= lastTo && bare.at >= blockedTo && isIntroduced(tokens, bare.at, quantity))
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
  const ofThem =
    tokens[quantity.to]?.lower === 'of' && /^(?:them|these|those)$/.test(tokens[quantity.to + 1]?.lower ?? '')
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

/** "an army of millions", "a force of 40,000". */
function afterBody(tokens: readonly Token[], from: number): boolean {
  return tokens[from - 1]?.lower === 'of' && contexts.body.has(tokens[from - 2]?.lower ?? '')
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
    const { number, context } = found.value
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
  if (!/^(?:killed|wounded|injured|missing|captured|slain|dead|martyred)$/.test(word)) return false
  const before = tokens[at - 1]
  return before === undefined || !(before.capital || /^(?:the|of|and|or|military|total)$/.test(before.lower))
}

/** A noun that was only named gives its number when words such as "the number of" or "reached" say so. */
function isIntroduced(tokens: readonly Token[], from: number, quantity: Quantity): boolean {
  if (tokens[quantity.to]?.lower === 'of' && startsNumber(tokens[quantity.to + 2] as Token)) return true
  if (tokens[quantity.from - 1]?.lower === 'the' && tokens[quantity.from - 2]?.lower === 'of') return true
  for (let at = Math.max(0, from - 6); at < quantity.to; at += 1) {
    if (introducers.test((tokens[at] as Token).lower)) return true
  }
  return false
}

function refersBack(tokens: readonly Token[], start: number, quantity: Quantity): boolean {
  if (quantity.numberFrom - start <= 3 || quantity.added) return true
  for (let at = start; at < quantity.from; at += 1)
    if (backPointers.test((tokens[at] as Token).lower)) return true
  return false
}

/** "the number rose to 37,633" goes on with a number of an earlier sentence. */
function refersToNumber(tokens: readonly Token[], start: number, quantity: Quantity): boolean {
  for (let at = start; at < quantity.from; at += 1) {
    if (/^(?:number|figure|total|toll)$/.test((tokens[at] as Token).lower))
      return tokens[at + 1]?.lower !== 'of'
  }
  return false
}
