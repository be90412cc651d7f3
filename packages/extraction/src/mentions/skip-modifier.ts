import { findPhrase } from '../lexicon/find-phrase.ts'
import { isIrregularPast } from '../lexicon/is-irregular-past.ts'
import { items } from '../lexicon/items.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import { isPossessive, stops } from './is-head.ts'
import { startsNumber } from './starts-number.ts'

const calibreUnit = wordClass('calibre-unit')

const brackets: Record<string, string> = { '(': ')', '[': ']', '"': '"', "'": "'" }

/** How many tokens of a modifier stand here; 0 when the phrase ends. */
export function skipModifier(tokens: readonly Token[], at: number, start: number, end: number): number {
  const token = tokens[at] as Token
  if (token.kind === 'mark') return skipMark(tokens, at, start, end)
  if (token.kind === 'number') return calibreAt(tokens, at) || (isModelNumber(tokens, at, start) ? 1 : 0)
  if (token.lower === 'and' || token.lower === 'or') return joinsModifiers(tokens, at, start, end) ? 1 : 0
  if (token.lower === "'s") return 1
  if (
    token.text === 'US' ||
    token.text === 'IS' ||
    (token.lower === 'most' && tokens[at - 1]?.lower === "'s")
  )
    return 1
  if (token.lower === 'of' && joinsName(tokens, at, start)) return 1
  // "Enhanced Forward Presence battlegroups": a capital makes a name of an adverb.
  if (token.capital && words.adverb.has(token.lower)) return 1
  if (stops.has(token.lower) || words.month.has(token.lower) || isIrregularPast(token.lower)) return 0
  return isPluralNoun(token) && !startsHead(tokens, at + 1) ? 0 : 1
}

/** "896 District of Columbia soldiers": an "of" inside a name. */
function joinsName(tokens: readonly Token[], at: number, start: number): boolean {
  return at > start && tokens[at - 1]?.capital === true && tokens[at + 1]?.capital === true
}

function startsHead(tokens: readonly Token[], at: number): boolean {
  const found = findPhrase(items, tokens, at)
  return found !== null && found.value.number !== 'singular'
}

/** Whether a word looks like the plural of a noun that the lexicon does not count. */
export function isPluralNoun(token: Token): boolean {
  if (words['blocking-noun'].has(token.lower)) return true
  return (
    !token.capital && token.lower.length > 3 && /[^su'i]s$/.test(token.lower) && token.lower !== 'overseas'
  )
}

function skipMark(tokens: readonly Token[], at: number, start: number, end: number): number {
  const mark = tokens[at] as Token
  if (isPossessive(tokens, at)) return 1
  const close = brackets[mark.text]
  // "the toll has risen to 39", he said: the quote ends with the number.
  if (at === start && mark.text === '"' && !mark.gap && !opensItem(tokens, at + 1, end)) return 0
  if (isQuote(mark) && opensItem(tokens, at + 1, end)) return 1
  if (close !== undefined) {
    // "11,000 (from several states) remain": what stands in brackets right after a number may be long.
    const reach = at === start ? Math.min(end, at + 4) : end
    for (let next = at + 1; next < reach; next += 1) if (tokens[next]?.text === close) return next - at + 1
    return mark.text === '"' ? 1 : 0
  }
  if (mark.text === '-' || mark.text === '/' || mark.text === '&') return 1
  return mark.text === ',' && at > start && joinsAdjectives(tokens, at) ? 1 : 0
}

function isQuote({ text }: Token): boolean {
  return text === '"' || text === "'"
}

const longestQuote = 4

/** "47 "terrorists"": what is counted stands in quotes. */
function opensItem(tokens: readonly Token[], from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + longestQuote); at += 1) {
    if (startsHead(tokens, at)) return true
    if (isQuote(tokens[at] as Token)) return false
  }
  return false
}

/** "small, cheap drones": the comma joins adjectives when the noun follows at once. */
function joinsAdjectives(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1] as Token
  if (before.kind !== 'word' || isPluralNoun(before) || /ed$/.test(before.lower)) return false
  return headFollows(tokens, at + 1, at + longestAdjectives)
}

const longestAdjectives = 6

/** Whether a head follows modifiers alone, without a stop, a mark or a number in between. */
function headFollows(tokens: readonly Token[], from: number, end: number): boolean {
  for (let next = from; next < end; next += 1) {
    const token = tokens[next]
    if (token === undefined || startsNumber(token) || stops.has(token.lower)) return false
    if (token.kind === 'mark' && (token.text !== '-' || token.gap)) return false
    if (startsHead(tokens, next)) return next > from
    if (isPluralNoun(token)) return false
  }
  return false
}

/** "highly motivated and well-prepared soldiers": the head still has to follow, without a new number. */
function joinsModifiers(tokens: readonly Token[], at: number, start: number, end: number): boolean {
  if (at === start || isPluralNoun(tokens[at - 1] as Token)) return false
  for (let next = at + 1; next < Math.min(end, at + 6); next += 1) {
    const token = tokens[next] as Token
    if (startsNumber(token) || token.kind === 'mark' || stops.has(token.lower)) return false
    if (startsHead(tokens, next)) return true
  }
  return false
}

/** "two Hermes 900 drones", "20 Shahed-131/136 drones": a number after a name belongs to it. */
function isModelNumber(tokens: readonly Token[], at: number, start: number): boolean {
  const number = tokens[at] as Token
  const before = tokens[at - 1] as Token
  if (at === start || number.text.includes(',')) return false
  if (before.kind === 'word') return before.capital
  return !number.gap && (before.text === '/' || before.text === '-') && at > start + 1
}

/** The tokens of "152 mm" and "155-mm". */
function calibreAt(tokens: readonly Token[], at: number): number {
  const length = tokens[at + 1]?.text === '-' ? 2 : 1
  return isOneOf(tokens[at + length], calibreUnit) ? length + 1 : 0
}
