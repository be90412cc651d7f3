import { actors } from '../lexicon/actors.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { type ItemForm, items } from '../lexicon/items.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { bareMention } from './bare-mention.ts'
import type { Mention } from './mention.ts'

const money = wordClass('money')

const longestTable = 60
const longestRow = 10
const longestName = 5

/** "3. Ghana 843" under "Contributors by number of troops:": the line above the table says what its rows count. */
export function readStateRow(document: Document, sentence: number, quantity: Quantity): Mention | null {
  const { tokens } = document
  const next = tokens[quantity.to]
  if (next !== undefined && next.breaks === 0 && next.text !== '(') return null
  if (!followsState(tokens, quantity.from)) return null
  const noun = nounOfTable(document, sentence)
  return noun === null ? null : { ...bareMention(sentence, quantity, noun), table: true }
}

/** Whether a line begins with the name of a state and the number follows. */
function followsState(tokens: readonly Token[], from: number): boolean {
  const end = /^[-–—:,]$/.test(tokens[from - 1]?.text ?? '') ? from - 1 : from
  for (let at = end - 1; at >= Math.max(0, end - longestName); at -= 1) {
    const found = findPhrase(actors, tokens, at)
    if (found?.value.family === 'state' && at + found.length === end && startsLine(tokens, at)) return true
  }
  return false
}

function startsLine(tokens: readonly Token[], at: number): boolean {
  if (at === 0 || (tokens[at] as Token).breaks > 0) return true
  const mark = tokens[at - 1] as Token
  if (mark.kind !== 'mark') return false
  const number = tokens[at - 2]
  return mark.breaks > 0 || (number?.kind === 'number' && (at === 2 || number.breaks > 0))
}

function nounOfTable({ tokens, sentences }: Document, sentence: number): ItemForm | null {
  for (let at = sentence - 1; at >= Math.max(0, sentence - longestTable); at -= 1) {
    const { from, to } = sentences[at] as { from: number; to: number }
    if (tokens[to - 1]?.text === ':') return nounOfHeader(tokens, from, to)
    if (to - from > longestRow) return null
  }
  return null
}

function nounOfHeader(tokens: readonly Token[], from: number, to: number): ItemForm | null {
  let noun: ItemForm | null = null
  for (let at = from; at < to; at += 1) {
    const { lower } = tokens[at] as Token
    if (words.measure.has(lower) || money.words.has(lower)) return null
    const found = findPhrase(items, tokens, at)
    if (found !== null && found.value.number !== 'singular' && found.value.context === null)
      noun = found.value
  }
  return noun
}
