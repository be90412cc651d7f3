import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'
import { isYear } from './resolve-date.ts'

const beginning = wordClass('beginning')
const january = wordClass('january')
const overall = wordClass('overall')
const start = wordClass('start')
const superlativeWords = wordClass('superlative')
const warPreposition = wordClass('war-preposition')

/** "so far", "to date", "since the start", "in total", "the death toll", "during the war". */
export function isOverall({ tokens, reading, mention }: MentionContext): boolean {
  const { from, to } = reading.sentence
  for (let at = from; at < to; at += 1) {
    const word = (tokens[at] as Token).lower
    const next = tokens[at + 1]?.lower ?? ''
    if ((word === 'so' && next === 'far') || (word === 'to' && next === 'date')) return true
    if (word === 'since' && isBeginning(tokens, at + 1, to)) return true
    if (word === 'from' && next === 'the' && isOneOf(tokens[at + 2], start)) return true
    if (isWar(tokens, at)) return true
  }
  if (isSpan(tokens.slice(from, to))) return true
  if (countsNumberOf(tokens, mention.from, from)) return true
  return someOf(tokens, Math.max(from, mention.from - 6), mention.to + 1, overall)
}

/** "so far", "to date", "since the start": "a total of 700 have left" may be one rotation. */
export function isSoFar({ tokens, reading }: MentionContext): boolean {
  const { from, to } = reading.sentence
  for (let at = from; at < to; at += 1) {
    const pair = `${tokens[at]?.lower} ${tokens[at + 1]?.lower}`
    if (pair === 'so far' || pair === 'to date') return true
    if (tokens[at]?.lower === 'all' || (tokens[at]?.lower === 'since' && isBeginning(tokens, at + 1, to)))
      return true
  }
  return false
}

/** "the number of battlefield deaths". */
function countsNumberOf(tokens: readonly Token[], at: number, floor: number): boolean {
  for (let back = at - 1; back >= Math.max(floor, at - 10); back -= 1) {
    if (
      tokens[back]?.lower === 'number' &&
      tokens[back + 1]?.lower === 'of' &&
      tokens[back - 1]?.lower !== 'daily'
    )
      return true
  }
  return false
}

function isBeginning(tokens: readonly Token[], at: number, limit: number): boolean {
  const first = tokens[at]
  // "the biggest since the war began" counts one event; "since January" and "since Monday" are periods.
  if (someOf(tokens, Math.max(0, at - 7), at, superlativeWords)) return false
  if (isOneOf(first, january)) return false
  if (first && words.month.has(first.lower) && first.capital) return true
  return tokens
    .slice(at, Math.min(limit, at + 8))
    .some((token) => isOneOf(token, beginning) || isYear(token.text))
}

/** "during the Korean War", "in the war", "over the course of the conflict". */
function isWar(tokens: readonly Token[], at: number): boolean {
  if (!isOneOf(tokens[at], warPreposition)) return false
  return tokens
    .slice(at + 1, at + 5)
    .some(
      (token) =>
        (token.lower === 'war' && token.capital) ||
        (token.lower === 'war' && tokens[at + 1]?.lower === 'the' && tokens[at]?.lower !== 'of'),
    )
}

/** "between February 2022 and December 2025". */
function isSpan(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => token.lower === 'between' && yearsAfter(tokens, at) === 2)
}

function yearsAfter(tokens: readonly Token[], at: number): number {
  return tokens.slice(at, at + 7).filter((token) => isYear(token.text)).length
}
