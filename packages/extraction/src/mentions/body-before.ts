import { contexts } from '../lexicon/contexts.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'

const numbering = wordClass('numbering')

/** "an army of millions", "a force of 40,000", "the mission was to number 2,500"; not "a police force of 40,000". */
export function afterBody(tokens: readonly Token[], from: number, floor: number): boolean {
  const before = tokens[from - 1]?.lower ?? ''
  if (before === 'of') return isBody(tokens, from - 2)
  if (!numbering.words.has(before)) return false
  for (let at = from - 2; at >= Math.max(floor, from - 10); at -= 1) if (isBody(tokens, at)) return true
  return false
}

/** "a police force of 40,000". */
export function isUnarmed(tokens: readonly Token[], from: number): boolean {
  return (
    tokens[from - 1]?.lower === 'of' &&
    contexts.body.has(tokens[from - 2]?.lower ?? '') &&
    contexts.unarmed.has(tokens[from - 3]?.lower ?? '')
  )
}

function isBody(tokens: readonly Token[], at: number): boolean {
  return contexts.body.has(tokens[at]?.lower ?? '') && !contexts.unarmed.has(tokens[at - 1]?.lower ?? '')
}
