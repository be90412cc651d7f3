import { actors } from '../lexicon/actors.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { type ItemForm, items } from '../lexicon/items.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { bareMention } from './bare-mention.ts'
import type { Mention, PassReason } from './mention.ts'
import { isHurt } from './read-elided.ts'
import { standsAlone } from './stands-alone.ts'

const additionOf = wordClass('addition-of')

const national: ItemForm = {
  item: 'national',
  unit: 'personnel',
  number: 'plural',
  context: 'person',
  predicate: null,
  armed: false,
}

const farthest = 3

/** What a number without a military noun may count, for the judge to weigh: people by their state's name, or what was counted or named last. */
export function guessMention(
  document: Document,
  sentence: number,
  quantity: Quantity,
  reason: PassReason,
  before: readonly Mention[],
): Mention | null {
  if (quantity.low === 1 && quantity.high === 1) return null
  const people = nationals(document.tokens, quantity)
  if (people !== null) return { ...bareMention(sentence, quantity, national), to: people.to, head: people }
  if (reason !== 'no noun' || !standsAlone(document.tokens, quantity)) return null
  const noun = nounNear(document, sentence, quantity, before.at(-1) ?? null)
  if (noun !== null && noun.unit !== 'personnel' && isHurt(document.tokens, quantity.from)) return null
  return noun === null ? null : bareMention(sentence, quantity, noun)
}

/** "three Malawians": where the phrase ends. */
function nationals(tokens: readonly Token[], quantity: Quantity): { from: number; to: number } | null {
  const to = skipAdditions(tokens, quantity.to)
  const found = findPhrase(actors, tokens, to)
  if (found === null || found.value.kind !== 'people' || found.value.family !== 'state') return null
  const last = tokens[to + found.length - 1]
  return last !== undefined && /(?:s|ese|sh|ch)$/.test(last.lower)
    ? { from: to, to: to + found.length }
    : null
}

/** "four other Ugandans", "12 of the Colombians". */
function skipAdditions(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < from + 3 && isOneOf(tokens[at], additionOf)) at += 1
  return at
}

function nounNear(
  { tokens, sentences }: Document,
  sentence: number,
  quantity: Quantity,
  last: Mention | null,
): ItemForm | null {
  const start = sentences[sentence]?.from ?? 0
  const here = lastNoun(tokens, last?.sentence === sentence ? last.to : start, quantity.from)
  if (here !== null) return here
  if (last !== null && sentence - last.sentence <= farthest) return last.noun
  const earlier = sentences[Math.max(0, sentence - 1)]?.from ?? start
  return lastNoun(tokens, earlier, start)
}

function lastNoun(tokens: readonly Token[], from: number, to: number): ItemForm | null {
  let noun: ItemForm | null = null
  for (let at = from; at < to; at += 1) {
    const found = findPhrase(items, tokens, at)
    if (found === null) continue
    if (found.value.number !== 'singular' && at + found.length <= to) noun = found.value
    at += found.length - 1
  }
  return noun
}
