import { attribution } from '../lexicon/attribution.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { NameRange } from './name-range.ts'
import { isTime } from './trim-name.ts'

const nameMark = wordClass('name-mark')
const byOrFrom = wordClass('by-or-from')
const determiner = wordClass('determiner')
const nameLead = wordClass('name-lead')
const nameTail = wordClass('name-tail')
const plainPeriod = wordClass('plain-period')
const plainArticle = wordClass('plain-article')
const timeOpener = wordClass('time-opener')

/** The words of a noun phrase that name a source: without article, count, time and what follows in "in the area". */
export function coreOfName(tokens: readonly Token[], from: number, to: number): NameRange | null {
  const start = skipLead(tokens, from, to)
  const issuer = issuerOf(tokens, start, to)
  const first = issuer ?? start
  let end = first + 1
  while (end < to && !isEnd(tokens, end)) end += 1
  const acronym = tokens[end]?.text === '(' && tokens[end + 2]?.text === ')' ? tokens[end + 1] : undefined
  if (acronym && /[A-Z].*[A-Z]/.test(acronym.text)) return { from: end + 1, to: end + 2, whole: start }
  return first < to ? { from: first, to: end, whole: start } : null
}

function isEnd(tokens: readonly Token[], at: number): boolean {
  return isOneOf(tokens[at], nameTail) || isOneOf(tokens[at], nameMark)
}

/** Steps over "On Thursday", "Last week", "By 5 a.m.", "the", "two of its". */
function skipLead(tokens: readonly Token[], from: number, to: number): number {
  let at = skipTime(tokens, from, to)
  while (at < to - 1) {
    const { lower, text, kind } = tokens[at] as Token
    const skipped =
      words.adverb.has(lower) || isOneOf(tokens[at], nameLead) || (kind === 'mark' && text !== '(')
    if (!skipped) return at
    at += 1
  }
  return at
}

function skipTime(tokens: readonly Token[], from: number, to: number): number {
  const first = tokens[from]?.lower ?? ''
  if (isOneOf(tokens[from], timeOpener)) return isOneOf(tokens[from + 1], plainPeriod) ? from + 2 : from + 1
  if (!words.preposition.has(first) || first === 'like') return from
  for (let at = from + 2; at < to; at += 1) {
    if (isOneOf(tokens[at], determiner)) return at
  }
  let at = from + 1
  while (at < to - 1 && (isTime(tokens[at]) || /^[:.]$/.test(tokens[at]?.text ?? ''))) at += 1
  return at === from + 1 ? Math.min(from + 2, to - 1) : at
}

/** "figures from the ministry", "a report by Amnesty": whoever issued it. */
function issuerOf(tokens: readonly Token[], from: number, to: number): number | null {
  for (let at = from; at < Math.min(to, from + 4); at += 1) {
    if (!attribution.nouns.has((tokens[at] as Token).lower)) continue
    for (let by = at + 1; by < Math.min(to - 1, at + 4); by += 1) {
      if (!isOneOf(tokens[by], byOrFrom)) continue
      return isOneOf(tokens[by + 1], plainArticle) && by + 2 < to ? by + 2 : by + 1
    }
  }
  return null
}
