import { attribution } from '../lexicon/attribution.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { NameRange } from './name-range.ts'
import { isTime } from './trim-name.ts'

const tails =
  /^(?:in|at|on|near|from|with|who|which|whose|that|along|inside|around|across|familiar|close|based|present|speaking|seen|quoted|cited|under|over|about|after|amid|stationed|during|before|via|posted|published|released|dated|briefed|aware|not|as)$/

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
  const { lower, text } = tokens[at] as Token
  return tails.test(lower) || /^[(),]$/.test(text)
}

/** Steps over "On Thursday", "Last week", "By 5 a.m.", "the", "two of its". */
function skipLead(tokens: readonly Token[], from: number, to: number): number {
  let at = skipTime(tokens, from, to)
  while (at < to - 1) {
    const { lower, text, kind } = tokens[at] as Token
    const skipped =
      words.adverb.has(lower) ||
      /^(?:the|a|an|and|but|-|'|however|meanwhile|also|separately|another|other|one|two|three|four|five|several|some)$/.test(
        lower,
      ) ||
      (kind === 'mark' && text !== '(')
    if (!skipped) return at
    at += 1
  }
  return at
}

function skipTime(tokens: readonly Token[], from: number, to: number): number {
  const first = tokens[from]?.lower ?? ''
  if (/^(?:last|this|next|earlier|later)$/.test(first)) {
    const end = tokens[from + 1]?.lower ?? ''
    return /^(?:week|month|year|night|spring|summer|autumn|winter|fall)$/.test(end) ? from + 2 : from + 1
  }
  if (!words.preposition.has(first) || first === 'like') return from
  for (let at = from + 2; at < to; at += 1) {
    if (/^(?:the|a|an|its|their|his|her|our)$/.test((tokens[at] as Token).lower)) return at
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
      if (!/^(?:by|from)$/.test((tokens[by] as Token).lower)) continue
      return /^(?:the|a|an|some)$/.test(tokens[by + 1]?.lower ?? '') && by + 2 < to ? by + 2 : by + 1
    }
  }
  return null
}
