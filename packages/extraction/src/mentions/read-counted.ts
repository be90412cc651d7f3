import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { boundedAfter } from '../quantities/bounded-after.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'

import type { Mention } from './mention.ts'
import { type Found, readElided } from './read-elided.ts'
import { readNoun } from './read-noun.ts'
import { readSharedNoun } from './read-shared-noun.ts'
import { readStateRow } from './read-state-row.ts'
import { readTableRow } from './read-table-row.ts'
import { startsNumber } from './starts-number.ts'
import { unitOf } from './unit-of.ts'

const addition = wordClass('addition')
const airborne = wordClass('airborne')
const definiteWords = wordClass('definite')
const owner = wordClass('owner')

/** Reads a number with the noun it counts, or that it borrows; else tells what stands there. */
export function readCounted(
  document: Document,
  sentence: number,
  quantity: Quantity,
  limit: number,
  found: Found,
): Mention | 'other noun' | 'no noun' | 'unit name' {
  const { tokens } = document
  const plain =
    readTableRow(document, sentence, quantity) ??
    readStateRow(document, sentence, quantity) ??
    readSharedNoun(document, sentence, quantity)
  if (plain !== null) return plain
  // "at least one submarine" is one as well.
  const one = (quantity.low ?? quantity.high) === 1 && (quantity.high ?? quantity.low) === 1
  const start = skipOf(tokens, quantity.to)
  // "nine of the 14 jets": the noun belongs to the second number.
  if (start.of && startsNumber(tokens[start.at]))
    return readElided(document, sentence, quantity, found) ?? 'no noun'
  const noun = readNoun(tokens, start.of ? start.at : skipMore(tokens, start.at), limit, one && !start.of)
  if (noun.kind === 'blocked') return 'other noun'
  if (noun.kind === 'noun') {
    if (isOrdinalName(tokens, quantity)) return 'unit name'
    return {
      sentence,
      from: quantity.from,
      to: closeQuote(tokens, quantity.to, noun.to),
      quantity: boundedAfter(tokens, quantity, noun.to),
      noun: unitOf(document, sentence, quantity.to, noun, found.mentions.at(-1)),
      head: noun,
      strong: false,
      share: start.definite,
      antecedent: null,
      table: false,
      probability: 1,
    }
  }
  return readElided(document, sentence, quantity, found) ?? 'no noun'
}

/** Where a count ends that opens a quote and is followed by its end: "47 "terrorists"". */
function closeQuote(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[to]?.text !== '"' || tokens[to]?.gap) return to
  const marks = tokens.slice(from, to).filter(({ text }) => text === '"').length
  return marks % 2 === 1 ? to + 1 : to
}

/** "dozens more", "12 others": the noun may follow, or be left out. */
function skipMore(tokens: readonly Token[], at: number): number {
  return isOneOf(tokens[at], addition) ? at + 1 : at
}

function skipOf(tokens: readonly Token[], at: number): { at: number; of: boolean; definite: boolean } {
  let next = at
  while (isOneOf(tokens[next], addition) && next < at + 2) next += 1
  if (tokens[next]?.lower === 'out') next += 1
  if (tokens[next]?.lower !== 'of') return { at, of: false, definite: false }
  next += 1
  const word = tokens[next]?.lower ?? ''
  const owned = owner.words.has(word)
  const definite = definiteWords.words.has(word)
  return { at: definite || owned ? next + 1 : next, of: true, definite }
}

/** "16 Air Assault Brigade" and "82 Airborne soldiers" are names. */
function isOrdinalName(tokens: readonly Token[], quantity: Quantity): boolean {
  const next = tokens[quantity.to]
  return next?.capital === true && isOneOf(next, airborne)
}
