import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'

const beforeWeekday = wordClass('before-weekday')
const earlier = wordClass('earlier')
const recently = wordClass('recently')
const plainPeriod = wordClass('plain-period')
const statement = wordClass('statement')
const statementPreposition = wordClass('statement-preposition')

const farthest = 9

/** Steps left from a verb of saying over what may stand between it and its subject: "has also", "on Sunday", "in a post on X". */
export function skipAdjuncts(tokens: readonly Token[], verb: number, floor: number): number {
  let at = verb
  for (;;) {
    const next = skipStatement(tokens, at, floor) ?? skipWord(tokens, at, floor)
    if (next === null || next <= floor) return at
    at = next
  }
}

function skipStatement(tokens: readonly Token[], at: number, floor: number): number | null {
  for (let from = at - 2; from > floor && at - from <= farthest; from -= 1) {
    if ((tokens[from] as Token).kind === 'mark') return null
    if (!isOneOf(tokens[from], statementPreposition)) continue
    if (someOf(tokens, from + 1, at, statement)) return from
  }
  return null
}

function skipWord(tokens: readonly Token[], at: number, floor: number): number | null {
  const word = tokens[at - 1]?.lower ?? ''
  if (at <= floor + 1) return null
  if (words.weekday.has(word)) return isOneOf(tokens[at - 2], beforeWeekday) ? at - 2 : at - 1
  if (words.auxiliary.has(word) || words.adverb.has(word)) return at - 1
  if (word === 'since') return words.auxiliary.has(tokens[at - 2]?.lower ?? '') ? at - 1 : null
  if (isOneOf(tokens[at - 1], plainPeriod)) return isOneOf(tokens[at - 2], recently) ? at - 2 : null
  return isOneOf(tokens[at - 1], earlier) ? at - 1 : null
}
