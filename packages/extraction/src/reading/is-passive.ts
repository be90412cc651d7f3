import type { TriggerReading } from '../lexicon/triggers.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { TriggerHit } from './read-sentence.ts'

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
