import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'

const around = wordClass('around')
const clauseBreak = wordClass('clause-break')
const exerciseWords = wordClass('exercise')
const sinceOrAfter = wordClass('since-or-after')
const trainingGround = wordClass('training-ground')

/** Whether the clause speaks of an exercise. */
export function isExercise({ tokens, reading, mention }: MentionContext): boolean {
  const from = clauseStart(tokens, mention.from, reading.sentence.from)
  const to = clauseEnd(tokens, mention.to, reading.sentence.to)
  const drills = (at: number) =>
    ((isExerciseWord(tokens[at]) || isWarGame(tokens, at)) && !isAside(tokens, at)) ||
    isTrainingGround(tokens, at)
  let found = false
  for (let at = from; at < to && !found; at += 1) found = drills(at)
  if (!found || mention.noun.unit !== 'materiel') return found
  return !someOf(tokens, mention.to, Math.min(to, mention.to + 8), around)
}

/** "since the manoeuvres of May": they only tell when. */
function isAside(tokens: readonly Token[], at: number): boolean {
  return someOf(tokens, Math.max(0, at - 4), at, sinceOrAfter)
}

function isWarGame(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'games' && tokens[at - 1]?.lower === 'war'
}

function isTrainingGround(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'training' && isOneOf(tokens[at + 1], trainingGround)
}

function clauseStart(tokens: readonly Token[], from: number, floor: number): number {
  for (let at = from - 1; at >= floor; at -= 1) if (isOneOf(tokens[at], clauseBreak)) return at
  return floor
}

function clauseEnd(tokens: readonly Token[], from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) if (isOneOf(tokens[at], clauseBreak)) return at
  return limit
}

/** Whether a word names an exercise. */
export function isExerciseWord(token: Token | undefined): boolean {
  return isOneOf(token, exerciseWords)
}
