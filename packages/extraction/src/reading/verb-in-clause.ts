import type { TriggerReading } from '../lexicon/triggers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import type { SentenceReading, TriggerHit } from './read-sentence.ts'

const clauseJoiner = wordClass('clause-joiner')
const subjectPronoun = wordClass('subject-pronoun')

/** Whether a participle stands behind a form of "be". */
export function isPassive(tokens: readonly Token[], hit: TriggerHit, reading: TriggerReading): boolean {
  if (!reading.form.participle) return false
  let back = hit.at - 1
  while (back >= 0 && words.adverb.has(tokens[back]?.lower ?? '')) back -= 1
  return words.be.has(tokens[back]?.lower ?? '')
}

/** "troops sent to the valley": a participle without an object stands for a passive. */
export function isReduced(tokens: readonly Token[], hit: TriggerHit, reading: TriggerReading): boolean {
  if (!reading.form.participle) return false
  const next = tokens[hit.to]
  if (next === undefined || next.kind === 'mark') return true
  return (
    words.preposition.has(next.lower) || words.adverb.has(next.lower) || words.coordinator.has(next.lower)
  )
}

/** "… 120 of them, and we struck": a new clause with a subject of its own. */
export function hasOwnSubject(
  tokens: readonly Token[],
  from: number,
  hit: TriggerHit,
  { actors }: SentenceReading,
): boolean {
  let at = hit.at - 1
  while (
    at > from &&
    (words.auxiliary.has(tokens[at]?.lower ?? '') || words.adverb.has(tokens[at]?.lower ?? ''))
  )
    at -= 1
  const subject =
    isOneOf(tokens[at], subjectPronoun) || actors.some((actor) => actor.to === at + 1 && actor.at > from)
  if (!subject) return false
  return tokens
    .slice(from, at)
    .some(
      (token) =>
        token.text === ',' || token.text === '–' || token.text === '—' || isOneOf(token, clauseJoiner),
    )
}

/** Whether a verb behind a comma has an object of its own: ", has withdrawn 5,000". */
export function hasObject(
  tokens: readonly Token[],
  from: number,
  hit: TriggerHit,
  { group, form }: TriggerReading,
): boolean {
  if (form.noun || group.owner === 'self') return false
  if (!tokens.slice(from, hit.at).some((token) => token.text === ',')) return false
  const next = tokens[hit.to]
  return (
    next !== undefined &&
    (next.kind === 'number' || (next.kinds & wordKind.number) !== 0 || words.determiner.has(next.lower))
  )
}
