import { attribution, isAttributionVerb } from '../lexicon/attribution.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'

/** The tokens that name a source. */
export type NameRange = {
  from: number
  to: number
  /** Where the whole phrase starts of which only the short form is the name. */
  whole?: number
}

const longest = 16
const walls = new Set([
  'that',
  'who',
  'which',
  'while',
  'but',
  'as',
  'when',
  'where',
  'because',
  'if',
  'although',
  'though',
  'whereas',
  'so',
  'since',
  'until',
  'what',
  'how',
])
const endsAfter = new Set([
  ...walls,
  'after',
  'before',
  'said',
  'says',
  'has',
  'have',
  'had',
  'is',
  'was',
  'were',
  'are',
  'will',
  'would',
  'citing',
  'told',
  'following',
  'during',
  'because',
])
const marks = new Set(['"', ';', ':', '—', '–', '(', ')', '.', '!', '?', '>'])

/** The subject of a verb of saying. */
export function nameBefore(tokens: readonly Token[], verb: number, floor: number): NameRange | null {
  let to = skipBack(tokens, verb, floor)
  // "they believed": the pronoun stands alone, whatever is before it.
  if (attribution.pronouns.has(tokens[to - 1]?.lower ?? '')) return { from: to - 1, to }
  const acronym = acronymBefore(tokens, to, floor)
  if (acronym) return acronym
  if (tokens[to - 1]?.text === ',') to = skipApposition(tokens, to - 1, floor)
  let from = to
  while (from > floor && to - from < longest && !isWall(tokens, from - 1, floor)) from -= 1
  return trim(tokens, from, to)
}

/** "the Open Source Centre (OSC) said": the short form names it. */
function acronymBefore(tokens: readonly Token[], to: number, floor: number): NameRange | null {
  const [open, name, close] = [tokens[to - 3], tokens[to - 2], tokens[to - 1]]
  if (close?.text !== ')' || open?.text !== '(' || name === undefined || to - 4 < floor) return null
  if (!name.capital || name.text.length < 2) return null
  let whole = to - 3
  while (whole > floor && !isWall(tokens, whole - 1, floor)) whole -= 1
  return { from: to - 2, to: to - 1, whole }
}

/** "Kirby, the spokesman, said": the name stands before the first comma. */
function skipApposition(tokens: readonly Token[], comma: number, floor: number): number {
  for (let at = comma - 1; at > floor && comma - at < longest; at -= 1) {
    if (tokens[at]?.text === ',') return at
  }
  return comma
}

/** Skips "has", "also" and "on Sunday" between the subject and its verb. */
function skipBack(tokens: readonly Token[], verb: number, floor: number): number {
  let at = verb
  for (;;) {
    const word = tokens[at - 1]?.lower ?? ''
    const isDay = words.weekday.has(word)
    if (at <= floor + 1) return at
    if (isDay && tokens[at - 2]?.lower === 'on') at -= 2
    else if (isDay || words.auxiliary.has(word) || words.adverb.has(word)) at -= 1
    else if (
      /^(?:earlier|later|since|week|month|last|this|in|its|a|tweet|statement)$/.test(word) &&
      isFiller(tokens, at, floor)
    )
      at -= 1
    else return at
  }
}

/** Words between a subject and its verb that name nobody: "has since said", "earlier this week said". */
function isFiller(tokens: readonly Token[], at: number, floor: number): boolean {
  const word = tokens[at - 1]?.lower ?? ''
  if (word === 'since') return words.auxiliary.has(tokens[at - 2]?.lower ?? '')
  return at - 2 > floor && /^(?:earlier|later|week|month|last|this)$/.test(word)
}

function isWall(tokens: readonly Token[], at: number, floor: number): boolean {
  const token = tokens[at] as Token
  if (token.text === ',' || marks.has(token.text) || walls.has(token.lower)) return true
  if (token.text === '-' && token.gap) return true
  if (token.kind === 'mark' && token.text === '•') return true
  if (token.lower === 'and') return at > floor && !joinsNames(tokens, at)
  return isAttributionVerb(token.lower) && !attribution.nouns.has(token.lower)
}

function joinsNames(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1] as Token
  const next = tokens[at + 1]
  return (
    (before.capital || attribution.sources.has(before.lower)) &&
    next !== undefined &&
    (next.capital || attribution.sources.has(next.lower))
  )
}

/** The name after "according to", or after the verb of ", said Kirby". */
export function nameAfter(tokens: readonly Token[], start: number, limit: number): NameRange | null {
  let to = start
  const first = tokens[start]
  if (first && (first.lower === 'our' || first.lower === 'its' || first.lower === 'their'))
    return { from: start, to: start + 1 }
  while (to < limit && to - start < longest && !endsName(tokens, to, start))
    to += isBracketed(tokens, to) ? 3 : 1
  const acronym = tokens[to + 1]
  if (isBracketed(tokens, to) && acronym && /^[A-Za-z]{2,}$/.test(acronym.text))
    return { from: to + 1, to: to + 2 }
  return trim(tokens, start, to)
}

/** "(G20)" in "Group of 20 (G20) nations". */
function isBracketed(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '(' && tokens[at + 2]?.text === ')'
}

function endsName(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at] as Token
  if (token.text === ',' || marks.has(token.text) || (token.text === '-' && token.gap)) return true
  if (endsAfter.has(token.lower) && at > start) return true
  if (/^(?:on|in|at|during)$/.test(token.lower) && at > start && isTime(tokens[at + 1])) return true
  return token.lower === 'and' && !joinsNames(tokens, at)
}

function isTime(token: Token | undefined): boolean {
  if (token === undefined) return false
  return (
    words.weekday.has(token.lower) ||
    words.month.has(token.lower) ||
    token.kind === 'number' ||
    /^(?:a|an|its|his|the)$/.test(token.lower)
  )
}

/** Drops articles and leading phrases such as "On Thursday"; null when nothing names a source. */
function trim(tokens: readonly Token[], start: number, end: number): NameRange | null {
  let from = start
  const first = () => tokens[from]?.lower ?? ''
  if (/^(?:on|in|by|during)$/.test(first()) && isTime(tokens[from + 1])) from += 2
  while (
    from < end &&
    (/^(?:the|a|an|and|-|'|however|meanwhile|also)$/.test(first()) || words.adverb.has(first()))
  )
    from += 1
  if (from >= end || /^(?!united)[a-z]+(?:ed|ing)$/.test(first())) return null
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
