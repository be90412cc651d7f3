import { findPhrase } from '../lexicon/find-phrase.ts'
import { type ItemForm, items } from '../lexicon/items.ts'
import type { PhraseMatch } from '../lexicon/phrase-index.ts'
import { words } from '../lexicon/words.ts'
import { type Quantity, readQuantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { bareMention } from './bare-mention.ts'
import type { Mention } from './mention.ts'
import { startsNumber } from './starts-number.ts'
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
    if (found && labelsRow(tokens, at, start, end, found))
      return { ...bareMention(sentence, quantity, found.value), antecedent: at, table: true }
  }
  return null
}

/** "tanks", "UAV of operational level": a label is a noun, or begins with one and ends without a verb. */
function labelsRow(
  tokens: readonly Token[],
  at: number,
  start: number,
  end: number,
  { value, length }: PhraseMatch<ItemForm>,
): boolean {
  if (value.context === 'model' || !isRowStart(tokens, at, start)) return false
  if (at + length === end) return value.number !== 'singular'
  // A label with more words stands at the very start of its line.
  if (value.unit !== 'materiel' || (at > start && tokens[at]?.breaks === 0)) return false
  for (let next = at + length; next < end; next += 1) {
    const token = tokens[next] as Token
    const joins = token.kind === 'word' ? !words.auxiliary.has(token.lower) : /^[-/()]$/.test(token.text)
    if (!joins || /ed$/.test(token.lower)) return false
  }
  return true
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
    const whole = startsNumber(tokens[back]) ? readQuantity(tokens, back, start) : null
    const row = whole ? readTableRow(document, sentence, whole) : null
    if (row) return { ...row, from: quantity.from, to: quantity.to, quantity: { ...quantity, added: true } }
  }
  return null
}
