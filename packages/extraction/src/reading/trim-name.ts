import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import { canName } from './can-name.ts'
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
    (/^(?:the|a|an|and|-|'|however|meanwhile|also|two|three|four|several|some)$/.test(
      tokens[from]?.lower ?? '',
    ) ||
      words.adverb.has(tokens[from]?.lower ?? ''))
  )
    from += 1
  return from < end && canName(tokens, { from, to: end }, false) ? { from, to: end } : null
}
