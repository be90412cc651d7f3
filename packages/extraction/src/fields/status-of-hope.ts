import type { Predicate, Status } from '../claim-schema.ts'
import { modality } from '../lexicon/modality.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'

const hopeEnd = wordClass('hope-end')
const weighed = wordClass('weighed')

const farthestLead = 7

/** "expects 10,000 troops there by May", "is raising a force of 30,000"; what "would not be enough" is only thought of. */
export function statusOfHope(
  { tokens, mention, reading }: MentionContext,
  predicate: Predicate,
): Status | null {
  if (isWeighed(tokens, mention.to, reading.sentence.to)) return 'possible'
  for (
    let at = mention.from - 1;
    at >= Math.max(reading.sentence.from, mention.from - farthestLead);
    at -= 1
  ) {
    const { lower, kind } = tokens[at] as Token
    if (kind === 'mark' || isOneOf(tokens[at], hopeEnd)) return null
    if (modality.expecting.has(lower)) return 'expected'
    if (isGrowing(predicate) && modality.building.has(lower) && words.be.has(tokens[at - 1]?.lower ?? ''))
      return 'expected'
  }
  return null
}

function isGrowing(predicate: Predicate): boolean {
  return predicate === 'strength' || predicate === 'recruited' || predicate === 'increase'
}

function isWeighed(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + farthestLead); at += 1) {
    if (tokens[at]?.kind === 'mark') return false
    if (tokens[at]?.lower !== 'would' || tokens[at + 1]?.lower !== 'be') continue
    return someOf(tokens, at + 2, at + 5, weighed)
  }
  return false
}
