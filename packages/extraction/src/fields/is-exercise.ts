import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'
import { someWord } from './some-word.ts'

const exercise = /^(?:exercise|exercises|drill|drills|manoeuvres|maneuvers|wargames|war-games|manoeuvre)$/

/** Whether the clause speaks of an exercise. */
export function isExercise({ tokens, reading, mention }: MentionContext): boolean {
  const from = clauseStart(tokens, mention.from, reading.sentence.from)
  const to = clauseEnd(tokens, mention.to, reading.sentence.to)
  const drills = (at: number) =>
    (isExerciseWord((tokens[at] as Token).lower) && !isAside(tokens, at)) || isTrainingGround(tokens, at)
  let found = false
  for (let at = from; at < to && !found; at += 1) found = drills(at)
  if (!found || mention.noun.unit !== 'materiel') return found
  return !someWord(tokens, mention.to, Math.min(to, mention.to + 8), (word) =>
    /^(?:around|near|toward|towards)$/.test(word),
  )
}

/** "since the manoeuvres of May": they only tell when. */
function isAside(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 4), at)
    .some(({ lower }) => /^(?:since|after|following|before|amid|despite|unlike)$/.test(lower))
}

function isTrainingGround(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.lower === 'training' &&
    /^(?:area|areas|ground|grounds|range)$/.test(tokens[at + 1]?.lower ?? '')
  )
}

const clauseBreaks = /^(?:;|while|but|whereas|although)$/

function clauseStart(tokens: readonly Token[], from: number, floor: number): number {
  for (let at = from - 1; at >= floor; at -= 1) if (clauseBreaks.test((tokens[at] as Token).lower)) return at
  return floor
}

function clauseEnd(tokens: readonly Token[], from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) if (clauseBreaks.test((tokens[at] as Token).lower)) return at
  return limit
}

/** Whether a word names an exercise. */
export function isExerciseWord(word: string): boolean {
  return exercise.test(word)
}
