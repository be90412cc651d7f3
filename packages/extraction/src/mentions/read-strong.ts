import { contexts } from '../lexicon/contexts.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { type ItemForm, items } from '../lexicon/items.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { bareMention } from './bare-mention.ts'
import type { Mention } from './mention.ts'

const anyone = wordClass('anyone')
const fleet = wordClass('fleet')
const member = wordClass('member')
const mixedBody = wordClass('mixed-body')
const smallBody = wordClass('small-body')

const soldier: ItemForm = {
  item: 'troop',
  unit: 'personnel',
  number: 'plural',
  context: null,
  predicate: null,
  armed: false,
}
const ship: ItemForm = { ...soldier, item: 'ship', unit: 'materiel' }
/** A team or a mission of so many members may be of anyone. */
const longestBody = 7

/** "700-strong contingent", "a 12-man squad", "a 280-ship navy". */
export function readStrong(document: Document, sentence: number, quantity: Quantity): Mention | null {
  const { tokens } = document
  const limit = document.sentences[sentence]?.to ?? quantity.to
  const hyphened = tokens[quantity.to]?.text === '-'
  const at = hyphened ? quantity.to + 1 : quantity.to
  const word = tokens[at]?.lower ?? ''
  if (word === 'strong') return strongMention(tokens, sentence, quantity, at + 1, limit)
  if (!hyphened || tokens[at]?.gap !== false) return null
  if (member.words.has(word)) return bodyOf(tokens, sentence, quantity, at + 1, limit, anyone.words.has(word))
  return compoundCount(tokens, sentence, quantity, at, limit)
}

function strongMention(
  tokens: readonly Token[],
  sentence: number,
  quantity: Quantity,
  start: number,
  limit: number,
): Mention {
  const to = bodyAfter(tokens, start, limit) ?? start
  const noun = to > start && isOneOf(tokens[to - 1], fleet) ? ship : soldier
  return { ...bareMention(sentence, quantity, noun), to, head: { from: to - 1, to }, strong: true }
}

/** "a 12-man squad": the body must follow; of persons and members, one that is plainly military. */
function bodyOf(
  tokens: readonly Token[],
  sentence: number,
  quantity: Quantity,
  start: number,
  limit: number,
  anyone: boolean,
): Mention | null {
  const to = bodyAfter(tokens, start, limit)
  if (to === null) return null
  if (anyone && (isOneOf(tokens[to - 1], mixedBody) || isUnarmed(tokens, start, to))) return null
  return { ...bareMention(sentence, quantity, soldier), to, head: { from: to - 1, to }, strong: true }
}

function isUnarmed(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (contexts.unarmed.has((tokens[at] as Token).lower)) return true
  return false
}

/** "a 280-ship navy", "a 40-missile barrage", "a three-brigade corps": a noun follows what is counted. */
function compoundCount(
  tokens: readonly Token[],
  sentence: number,
  quantity: Quantity,
  at: number,
  limit: number,
): Mention | null {
  const found = findPhrase(items, tokens, at)
  if (found === null || found.value.number === 'plural' || found.value.unit === 'personnel') return null
  if (found.value.context !== null && found.value.context !== 'naval') return null
  const to = at + found.length
  const next = tokens[to]
  if (to >= limit || next?.kind !== 'word' || words.preposition.has(next.lower)) return null
  return { ...bareMention(sentence, quantity, found.value), to: to + 1, head: { from: at, to } }
}

function bodyAfter(tokens: readonly Token[], start: number, limit: number): number | null {
  for (let at = start; at < Math.min(limit, start + longestBody); at += 1) {
    const token = tokens[at] as Token
    if ((token.kind !== 'word' && token.text !== '-') || words.preposition.has(token.lower)) return null
    const next = tokens[at + 1]
    const ends = next === undefined || next.kind === 'mark' || !contexts.body.has(next.lower)
    if ((contexts.body.has(token.lower) || isOneOf(token, smallBody)) && ends) return at + 1
  }
  return null
}
