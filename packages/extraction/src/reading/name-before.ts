import { attribution } from '../lexicon/attribution.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import { chooseChunk } from './choose-chunk.ts'
import { coreOfName } from './core-of-name.ts'
import { joinsNames } from './joins-names.ts'
import type { NameRange } from './name-range.ts'
import { skipAdjuncts } from './skip-adjuncts.ts'
import { longestSource, sourceMarks, sourceWalls } from './source-walls.ts'

const afterOrBefore = wordClass('after-or-before')
const quotedJoint = wordClass('quoted-joint')
const who = wordClass('who')

/** The subject of a verb of saying. */
export function nameBefore(tokens: readonly Token[], verb: number, floor: number): NameRange | null {
  const to = skipAdjuncts(tokens, verb, floor)
  // "they believed": the pronoun stands alone, whatever is before it.
  if (attribution.pronouns.has(tokens[to - 1]?.lower ?? '')) return { from: to - 1, to }
  let from = to
  while (from > floor && to - from < longestSubject && !isWall(tokens, from - 1, floor)) from -= 1
  const quoted = quotedBefore(tokens, from, floor)
  if (quoted) return { from: quoted.from, to: quoted.to, whole: quoted.from }
  const chunk = chooseChunk(tokens, from, to)
  const name = chunk && coreOfName(tokens, chunk.from, chunk.to)
  return name && { from: name.from, to: name.to, whole: Math.min(chunk.whole, name.whole ?? name.from) }
}

/** With an apposition or a relative clause of its own. */
const longestSubject = longestSource * 2

/** `The "Northern Command" of the army said`: a name in quotation marks. */
function quotedBefore(tokens: readonly Token[], from: number, floor: number): NameRange | null {
  if (tokens[from - 1]?.text !== '"' || !isOneOf(tokens[from], quotedJoint)) return null
  let open = from - 2
  while (open > floor && from - open < 7 && tokens[open]?.text !== '"') open -= 1
  const isName = tokens[open]?.text === '"' && tokens[open + 1]?.capital === true
  return isName ? { from: open + 1, to: from - 1 } : null
}

function isWall(tokens: readonly Token[], at: number, floor: number): boolean {
  const token = tokens[at] as Token
  if (token.text === '.') return !isAbbreviated(tokens, at)
  if (token.text === ')' || token.text === '(') return !isShortBracket(tokens, at)
  if (sourceMarks.has(token.text)) return true
  if (isOneOf(token, who)) return tokens[at - 1]?.text !== ',' && token.lower !== 'who'
  if (isOneOf(token, sourceWalls) || isOneOf(token, afterOrBefore)) return true
  if (token.text === '-' && token.gap) return true
  if (token.kind === 'mark' && token.text === '•') return true
  return token.lower === 'and' && at > floor && !joinsSubjects(tokens, at, floor)
}

/** "Lt.-Gen. Eyal Zamir": the point of a title. */
function isAbbreviated(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before !== undefined && (words.abbreviation.has(before.lower) || before.text.length === 1)
}

/** "(JCS)", one word in brackets. */
function isShortBracket(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === ')' ? tokens[at - 2]?.text === '(' : tokens[at + 2]?.text === ')'
}

/** "Civil society and military sources": what stands before "and" is no clause of its own. */
function joinsSubjects(tokens: readonly Token[], at: number, floor: number): boolean {
  if (joinsNames(tokens, at)) return true
  let from = at
  while (from > floor && (tokens[from - 1] as Token).kind === 'word') from -= 1
  if (at - from > 3 || at === from) return false
  return tokens
    .slice(from, at)
    .every((token) => !words.auxiliary.has(token.lower) && !/(?:ed|ing)$/.test(token.lower))
}
