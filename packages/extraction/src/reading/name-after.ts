import { attribution } from '../lexicon/attribution.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import { joinsNames } from './joins-names.ts'
import type { NameRange } from './name-range.ts'
import { longestSource, sourceMarks, sourceWalls } from './source-walls.ts'
import { isTime, trim } from './trim-name.ts'

const citedNameEnd = wordClass('cited-name-end')
const timePreposition = wordClass('time-preposition')

/** The name after "according to", or after the verb of ", said Kirby". */
export function nameAfter(tokens: readonly Token[], after: number, limit: number): NameRange | null {
  const start = skipReport(tokens, after, limit)
  let to = start
  const first = tokens[start]
  if (first && (first.lower === 'our' || first.lower === 'its' || first.lower === 'their'))
    return { from: start, to: start + 1 }
  while (to < limit && to - start < longestSource && !endsName(tokens, to, start))
    to += isBracketed(tokens, to) ? 3 : 1
  const acronym = tokens[to + 1]
  if (isBracketed(tokens, to) && acronym && /^[A-Za-z]{2,}$/.test(acronym.text))
    return { from: to + 1, to: to + 2 }
  return trim(tokens, start, to)
}

/** "figures shared by some allies" are the allies'. */
function skipReport(tokens: readonly Token[], start: number, limit: number): number {
  const at = tokens[start]?.lower === 'the' ? start + 1 : start
  if (!attribution.nouns.has(tokens[at]?.lower ?? '')) return start
  const by = [at + 1, at + 2].find((index) => index < limit && tokens[index]?.lower === 'by')
  if (by === undefined) return start
  return tokens[by + 1]?.lower === 'some' ? by + 2 : by + 1
}

/** "(G20)" in "Group of 20 (G20) nations". */
function isBracketed(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '(' && tokens[at + 2]?.text === ')'
}

function endsName(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at] as Token
  if (token.text === ',' || sourceMarks.has(token.text) || (token.text === '-' && token.gap)) return true
  if (at > start && (isOneOf(token, sourceWalls) || isOneOf(token, citedNameEnd))) return true
  if (isOneOf(token, timePreposition) && at > start && isTime(tokens[at + 1])) return true
  return token.lower === 'and' && !joinsNames(tokens, at)
}
