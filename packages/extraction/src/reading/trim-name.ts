import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import { canName } from './can-name.ts'
import type { NameRange } from './name-range.ts'

const citedNameLead = wordClass('cited-name-lead')
const leadPreposition = wordClass('lead-preposition')
const timeArticle = wordClass('time-article')
/** Whether a word names a time, as after "on" or "in". */
export function isTime(token: Token | undefined): boolean {
  if (token === undefined) return false
  return (
    words.weekday.has(token.lower) ||
    words.month.has(token.lower) ||
    token.kind === 'number' ||
    isOneOf(token, timeArticle)
  )
}

/** Drops articles and leading phrases such as "On Thursday"; null when nothing names a source. */
export function trim(tokens: readonly Token[], start: number, end: number): NameRange | null {
  let from = start
  if (isOneOf(tokens[from], leadPreposition) && isTime(tokens[from + 1])) from += 2
  while (from < end && (isOneOf(tokens[from], citedNameLead) || words.adverb.has(tokens[from]?.lower ?? '')))
    from += 1
  return from < end && canName(tokens, { from, to: end }, false) ? { from, to: end } : null
}
