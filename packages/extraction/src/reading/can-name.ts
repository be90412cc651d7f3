import { attribution } from '../lexicon/attribution.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { NameRange } from './name-range.ts'

/** Whether words can name a source: after "said" and "told" any noun does, after other verbs a name or a known kind of source. */
export function canName(tokens: readonly Token[], { from, to }: NameRange, strong: boolean): boolean {
  const name = tokens.slice(from, to)
  if (name.some(({ lower }) => words.auxiliary.has(lower))) return false
  const last = name.at(-1)
  // "Mohamed" and "Beijing" are no participles.
  if (last === undefined || /^(?:[a-z]+(?:ed|ing)|According)$/.test(name[0]?.text ?? '')) return false
  if (strong && name.length <= longestNoun && last.kind === 'word' && /[a-z]{3}/.test(last.lower)) return true
  return name.some((token, index) => isKnown(token) || (token.capital && !isOpening(token, index)))
}

const longestNoun = 7

function isKnown({ lower }: Token): boolean {
  return attribution.sources.has(lower) || attribution.pronouns.has(lower) || attribution.nouns.has(lower)
}

function isOpening({ lower }: Token, index: number): boolean {
  return index === 0 && words.preposition.has(lower)
}
