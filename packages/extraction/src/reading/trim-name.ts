import { attribution } from '../lexicon/attribution.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { NameRange } from './name-range.ts'
/** Whether a word names a time, as after "on" or "in". */
export function isTime(token: Token | undefined): boolean {
  if (token === undefined) return false
  return (
    words.weekday.has(token.lower) ||
    words.month.has(token.lower) ||
    token.kind === 'number' ||
    /^(?:a|an|its|his|the)$/.test(token.lower)
  )
}

/** Drops articles and leading phrases such as "On Thursday"; null when nothing names a source. */
export function trim(tokens: readonly Token[], start: number, end: number): NameRange | null {
  let from = start
  if (/^(?:on|in|by|during)$/.test(tokens[from]?.lower ?? '') && isTime(tokens[from + 1])) from += 2
  while (
    from < end &&
    (/^(?:the|a|an|and|-|'|however|meanwhile|also)$/.test(tokens[from]?.lower ?? '') ||
      words.adverb.has(tokens[from]?.lower ?? ''))
  )
    from += 1
  if (from >= end || /^(?!united)[a-z]+(?:ed|ing)$/.test(tokens[from]?.lower ?? '')) return null
  return tokens.slice(from, end).some((token, index) => canName(token, index + from === start))
    ? { from, to: end }
    : null
}

function canName(token: Token, opening: boolean): boolean {
  if (
    attribution.sources.has(token.lower) ||
    attribution.pronouns.has(token.lower) ||
    attribution.nouns.has(token.lower)
  )
    return true
  return token.capital && !(opening && words.preposition.has(token.lower))
}
