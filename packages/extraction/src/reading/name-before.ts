import { attribution, isAttributionVerb } from '../lexicon/attribution.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import { joinsNames } from './joins-names.ts'
import type { NameRange } from './name-range.ts'
import { longestSource, sourceMarks, sourceWalls } from './source-walls.ts'
import { trim } from './trim-name.ts'

/** The subject of a verb of saying. */
export function nameBefore(tokens: readonly Token[], verb: number, floor: number): NameRange | null {
  let to = skipBack(tokens, verb, floor)
  // "they believed": the pronoun stands alone, whatever is before it.
  if (attribution.pronouns.has(tokens[to - 1]?.lower ?? '')) return { from: to - 1, to }
  const acronym = acronymBefore(tokens, to, floor)
  if (acronym) return acronym
  if (tokens[to - 1]?.text === ',') to = skipApposition(tokens, to - 1, floor)
  let from = to
  while (from > floor && to - from < longestSource && !isWall(tokens, from - 1, floor)) from -= 1
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
  for (let at = comma - 1; at > floor && comma - at < longestSource; at -= 1) {
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
  if (token.text === ',' || sourceMarks.has(token.text) || sourceWalls.has(token.lower)) return true
  if (token.text === '-' && token.gap) return true
  if (token.kind === 'mark' && token.text === '•') return true
  if (token.lower === 'and') return at > floor && !joinsNames(tokens, at)
  return isAttributionVerb(token.lower) && !attribution.nouns.has(token.lower)
}
