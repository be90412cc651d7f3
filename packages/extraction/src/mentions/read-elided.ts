import { contextWords } from '../lexicon/contexts.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { type ItemForm, items } from '../lexicon/items.ts'
import { wordsOf } from '../lexicon/words.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import { readQuantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import type { Blocked, Mention } from './mention.ts'
import { readNoun } from './read-noun.ts'
import { startsNumber } from './starts-number.ts'

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
  ...wordsOf('preposition'),
  ...wordsOf('auxiliary'),
  ...wordsOf('coordinator'),
  ...wordsOf('relative'),
  ...wordsOf('subordinator'),
  ...wordsOf('weekday'),
  'more',
  'others',
  'a',
  'an',
  'the',
  'each',
  'every',
  'so',
  'last',
  'this',
  'now',
  'today',
  'then',
  'there',
  'inland',
  'overnight',
  'yet',
  'already',
  'went',
  'later',
])
const backward =
  /^(?:number|numbers|total|toll|figure|figures|strength|size|this|that|which|it|these|those|them|rest|count|tally|losses|exceeded|exceeds|exceed|reach|reached|reaches|rose|risen|grew|grown|stood|stands|totals|totalled|totaled|totalling|numbering|numbered|numbers|estimated|force|army|deaths|casualties)$/

/** Reads a number whose noun is left out because the same or the preceding sentence gives it. */
export function readElided(
  document: Document,
  sentence: number,
  quantity: Quantity,
  found: { mentions: Mention[]; blocked: Blocked[] },
): Mention | null {
  const { tokens } = document
  if (!standsAlone(tokens, quantity)) return null
  const noun = nounAhead(document, sentence, quantity) ?? nounBehind(document, sentence, quantity, found)
  if (noun === null) return null
  const share = tokens[quantity.to]?.lower === 'of'
  return {
    sentence,
    from: quantity.from,
    to: quantity.to + (share ? 2 : 0),
    quantity,
    noun,
    head: null,
    strong: false,
    share,
  }
}

function standsAlone(tokens: readonly Token[], quantity: Quantity): boolean {
  const next = tokens[quantity.to]
  const number = tokens[quantity.numberFrom] as Token
  if (quantity.low !== null && !Number.isInteger(quantity.low)) return false
  if (quantity.low === 1 && number.kind === 'word')
    return (
      next?.lower === 'of' &&
      /^(?:its|their|the|our)$/.test(tokens[quantity.to + 1]?.lower ?? '') &&
      startsNumber(tokens[quantity.to + 2] as Token)
    )
  if (next === undefined || next.breaks > 0) return true
  if (next.kind === 'mark') return enders.has(next.text) && !(next.text === '-' && !next.gap)
  return next.kind === 'word' && (followers.has(next.lower) || isVerbLike(next))
}

function isVerbLike(token: Token): boolean {
  return !token.capital && /(?:ed|ing)$/.test(token.lower)
}

/** "Nine of the 14 jets", "2 million 152mm and 1.6 million 122mm shells": the noun comes later. */
function nounAhead(document: Document, sentence: number, quantity: Quantity): ItemForm | null {
  const { tokens } = document
  const limit = document.sentences[sentence]?.to ?? tokens.length
  let at = quantity.to
  if (
    tokens[at]?.lower !== 'of' &&
    !(tokens[at]?.kind === 'number' && /^[mc]m$/.test(tokens[at + 1]?.lower ?? ''))
  )
    return null
  at += tokens[at]?.lower === 'of' ? 1 : 2
  while (
    at < limit &&
    /^(?:the|its|their|our|and|around|about|some|an|estimated)$/.test(tokens[at]?.lower ?? '')
  )
    at += 1
  const next = at < limit && startsNumber(tokens[at] as Token) ? readQuantity(tokens, at, at) : null
  if (next === null) return null
  const noun = readNoun(tokens, next.to, limit, false)
  return noun.kind === 'noun' && noun.form.context !== 'person' ? noun.form : null
}

function nounBehind(
  document: Document,
  sentence: number,
  quantity: Quantity,
  found: { mentions: Mention[]; blocked: Blocked[] },
): ItemForm | null {
  const start = document.sentences[sentence]?.from ?? 0
  const last = found.mentions.at(-1)
  const blocked = found.blocked.at(-1)
  const lastTo = last?.sentence === sentence ? last.to : -1
  const blockedTo = blocked?.sentence === sentence ? blocked.to : -1
  if (afterBody(document.tokens, quantity.from)) return soldier
  const bare = bareNoun(document.tokens, start, quantity.from)
  if (
    bare &&
    bare.at >= lastTo &&
    bare.at >= blockedTo &&
    isIntroduced(document.tokens, bare.at, quantity.from)
  )
    return bare.form
  if (blockedTo > lastTo) return null
  if (last?.sentence === sentence) return plainNoun(last.noun)
  if (last?.sentence !== sentence - 1 || (blocked && blocked.from > last.from)) return null
  return refersBack(document.tokens, start, quantity) ? plainNoun(last.noun) : null
}

/** "an army of millions", "a force of 40,000". */
function afterBody(tokens: readonly Token[], from: number): boolean {
  return tokens[from - 1]?.lower === 'of' && contextWords('body').has(tokens[from - 2]?.lower ?? '')
}

/** Those who died were soldiers: the noun of a toll is the noun it was said of. */
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
    if (found.value.number !== 'singular' && found.value.context !== 'person' && at + found.length <= end)
      best = { form: found.value, at }
    at += found.length - 1
  }
  return best
}

/** A noun that was only named gives its number when words such as "the number of" or "reached" say so. */
function isIntroduced(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = Math.max(0, from - 6); at < to; at += 1) {
    if (backward.test((tokens[at] as Token).lower)) return true
  }
  return false
}

function refersBack(tokens: readonly Token[], start: number, quantity: Quantity): boolean {
  if (quantity.from - start <= 3 || quantity.added) return true
  for (let at = start; at < quantity.from; at += 1)
    if (backward.test((tokens[at] as Token).lower)) return true
  return false
}
