import { findPhrase } from '../lexicon/find-phrase.ts'
import { type ItemForm, items } from '../lexicon/items.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import type { Mention } from './mention.ts'

type Head = { form: ItemForm; from: number; to: number }

const longestName = 8

/** The noun of a head, where "units" of a weapon are pieces of it: "18 units of the Falcon drone", "14 tank units", "100 units" after tanks. */
export function unitOf(
  document: Document,
  sentence: number,
  start: number,
  { form, from, to }: Head,
  last: Mention | undefined,
): ItemForm {
  if (form.item !== 'unit') return form
  const { tokens, sentences } = document
  const limit = Math.min(sentences[sentence]?.to ?? to, to + longestName)
  if (tokens[to]?.lower === 'of') return weaponIn(tokens, to + 1, limit) ?? form
  const named = weaponIn(tokens, start, from)
  if (named !== null) return named
  if (from !== start) return form
  if (last?.noun.unit === 'materiel' && sentence - last.sentence <= 2) return last.noun
  return lastWeapon(tokens, sentences[sentence]?.from ?? start, start) ?? form
}

/** The weapon first named in a stretch of text. */
function weaponIn(tokens: readonly Token[], from: number, to: number): ItemForm | null {
  for (let at = from; at < to; at += 1) {
    const { value, length } = findPhrase(items, tokens, at) ?? { value: null, length: 1 }
    if (value === null) continue
    if (at + length > to || value.unit !== 'materiel' || value.context !== null) return null
    return value
  }
  return null
}

/** The weapons last named before, when no other force was named since. */
function lastWeapon(tokens: readonly Token[], from: number, to: number): ItemForm | null {
  for (let at = to - 1; at >= from; at -= 1) {
    const form = findPhrase(items, tokens, at)?.value
    if (form && form.number !== 'singular') return form.unit === 'materiel' ? form : null
  }
  return null
}
