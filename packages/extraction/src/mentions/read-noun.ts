import { isAttributionVerb } from '../lexicon/attribution.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { isIrregularPast } from '../lexicon/is-irregular-past.ts'
import { isPlainVerb } from '../lexicon/is-plain-verb.ts'
import { type ItemForm, items } from '../lexicon/items.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import { flyingFighter } from './flying-fighter.ts'
import { beforeOnes } from './stands-alone.ts'
import { startsNumber } from './starts-number.ts'

const loose = wordClass('loose')
const calibreUnit = wordClass('calibre-unit')

/** What stands where the counted noun is expected. */
export type NounReading =
  | { kind: 'noun'; form: ItemForm; from: number; to: number }
  | { kind: 'blocked'; to: number }
  | { kind: 'missing' }

const longestPhrase = 10
const stops = new Set(
  (
    ['preposition', 'subordinator', 'relative', 'determiner', 'pronoun', 'auxiliary', 'adverb'] as const
  ).flatMap((name) => [...words[name]]),
)
const brackets: Record<string, string> = { '(': ')', '[': ']', '"': '"', "'": "'" }

function isLoose(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? ''
  // "short-range" and "short and long range" describe.
  if (word === 'short') return tokens[at + 1]?.lower === 'of' || /^[.,;)]$/.test(tokens[at + 1]?.text ?? '')
  return word === 'others' || isOneOf(tokens[at], loose)
}

const missing: NounReading = { kind: 'missing' }

/** Reads the noun phrase after a number: modifiers, then the head that says what is counted. */
export function readNoun(tokens: readonly Token[], start: number, limit: number, one: boolean): NounReading {
  const end = Math.min(limit, start + longestPhrase)
  if (isLoose(tokens, start) || beforeOnes(tokens, start)) return missing
  let at = start
  while (at < end) {
    const token = tokens[at] as Token
    if (at > start && token.breaks > 0) break
    const found = (token.kinds & wordKind.item) === 0 ? null : findPhrase(items, tokens, at)
    if (found && isHead(tokens, at, found.value, found.length, one)) {
      return extendHead(tokens, at, found.value, found.length, one)
    }
    const step = found ? found.length : skipModifier(tokens, at, start, end)
    if (step === 0) return blocks(tokens, at, start) ? { kind: 'blocked', to: at + 1 } : missing
    at += step
  }
  return at > start ? { kind: 'blocked', to: at } : missing
}

/** "200 special forces commandos": a plural before a plural only describes it. */
function extendHead(
  tokens: readonly Token[],
  at: number,
  form: ItemForm,
  length: number,
  one: boolean,
): NounReading {
  const short = skipShortName(tokens, at + length)
  if (short > 0 && findPhrase(items, tokens, at + length + short) !== null) length += short
  const next = findPhrase(items, tokens, at + length)
  if (
    next &&
    next.value.context !== 'toll' &&
    tokens[at + length]?.breaks === 0 &&
    isHead(tokens, at + length, next.value, next.length, one)
  ) {
    return { kind: 'noun', form: next.value, from: at + length, to: at + length + next.length }
  }
  return {
    kind: 'noun',
    form: lostItem(tokens, at, flyingFighter(tokens, at, form)),
    from: at,
    to: at + length,
  }
}

/** "Allied Democratic Forces (ADF) fighters": the short form of a name in brackets. */
function skipShortName(tokens: readonly Token[], at: number): number {
  const name = tokens[at + 1]
  const short = tokens[at]?.text === '(' && tokens[at + 2]?.text === ')'
  return short && name !== undefined && /^[A-Z][A-Za-z-]+$/.test(name.text) ? 3 : 0
}

const longestItem = 4

/** "31 tank losses" are tanks. */
function lostItem(tokens: readonly Token[], at: number, form: ItemForm): ItemForm {
  if (form.item !== 'loss') return form
  for (let from = at - 1; from > at - longestItem && from >= 0; from -= 1) {
    const found = findPhrase(items, tokens, from)
    if (found?.value.unit === 'materiel' && from + found.length === at)
      return { ...found.value, predicate: 'lost' }
  }
  return form
}

function isHead(tokens: readonly Token[], at: number, form: ItemForm, length: number, one: boolean): boolean {
  if (form.number === 'plural' && isPossessive(tokens, at + length)) return false
  // "People's Army vessels": the noun is part of a name.
  if (tokens[at + length]?.lower === "'s" && (tokens[at] as Token).capital) return false
  if (form.number === 'plural') return !one || form.unit !== 'formation' || tokens[at - 1]?.lower !== 'one'
  const goesOn = continuesPhrase(tokens, at + length)
  if (form.number === 'both' || one) return !goesOn
  // "24 F-16" and "14 Challenger 2": model names need no plural.
  return (
    form.unit === 'materiel' && (tokens[at] as Token).capital && /\d|^[a-z ]+$/.test(form.item) && !goesOn
  )
}

function continuesPhrase(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  if (next === undefined || next.kind === 'mark' || next.breaks > 0)
    return (next?.text === '-' && !next.gap) || isPossessive(tokens, at)
  if (next.kind !== 'word' || stops.has(next.lower)) return false
  return !isVerb(next) && !takesObject(tokens, at) && !isPlacedPast(tokens, at)
}

/** "personnel spread across the islands": before a preposition such a past is a verb. */
function isPlacedPast(tokens: readonly Token[], at: number): boolean {
  return isIrregularPast(tokens[at]?.lower ?? '', 'any') && words.preposition.has(tokens[at + 1]?.lower ?? '')
}

/** "the Armed Forces' drones": what is owned is still to come. */
function isPossessive(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at]
  const next = tokens[at + 1]
  return (
    mark?.text === "'" &&
    !mark.gap &&
    next?.kind === 'word' &&
    next.gap &&
    tokens[at - 1]?.lower.endsWith('s') === true
  )
}

/** "one rocket hit a house": a past without an ending is a verb when it has an object. */
function takesObject(tokens: readonly Token[], at: number): boolean {
  return isIrregularPast(tokens[at]?.lower ?? '', 'any') && words.determiner.has(tokens[at + 1]?.lower ?? '')
}

function isVerb(token: Token): boolean {
  if (token.capital) return false
  return (
    /(?:ed|ing)$/.test(token.lower) ||
    isIrregularPast(token.lower) ||
    isPlainVerb(token.lower) ||
    isAttributionVerb(token.lower) ||
    words.adverb.has(token.lower) ||
    words.coordinator.has(token.lower)
  )
}

/** How many tokens of a modifier stand here; 0 when the phrase ends. */
function skipModifier(tokens: readonly Token[], at: number, start: number, end: number): number {
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

function isPluralNoun(token: Token): boolean {
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

function blocks(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at] as Token
  const first = tokens[start] as Token
  // "36 launched on Thursday", "4 million 152mm and …": what follows is no noun.
  if (isVerb(first) || (first.kind === 'number' && at === start + 2)) return false
  return at > start || token.kind === 'number' || (token.kind === 'word' && isPluralNoun(token))
}
