import { contexts } from '../lexicon/contexts.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { type ItemForm, items } from '../lexicon/items.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'

const lossNoun = wordClass('loss-noun')
/** What "tank losses" and "troop levels" count: the noun that stands first; null when the words say no such thing. */
export function compoundNoun(
  tokens: readonly Token[],
  at: number,
  { value, length }: { value: ItemForm; length: number },
): { form: ItemForm; length: number } | null {
  const next = at + length
  const word = tokens[next]
  if (word === undefined || word.kind !== 'word' || word.breaks > 0) return null
  if (value.unit === 'materiel' && isOneOf(word, lossNoun))
    return { form: { ...value, predicate: 'lost' }, length: length + 1 }
  if (value.number === 'plural' || !contexts.sizes.has(word.lower)) return null
  // "combat deaths" and the like are nouns of their own.
  return findPhrase(items, tokens, next) === null ? { form: value, length: length + 1 } : null
}
