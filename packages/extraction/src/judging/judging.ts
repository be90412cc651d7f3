import type { MentionContext } from '../fields/mention-context.ts'
import type { Cues } from './cues.ts'
import { cuesOfClaim } from './cues-of-claim.ts'
import { cuesOfSentence } from './cues-of-sentence.ts'
import type { Decider } from './decider.ts'

/** What the questions about one claim have in common; `around` and `sentence` are cues. */
export type Judging = {
  decider: Decider
  context: MentionContext
  sourced: boolean
  around: Cues
  sentence: Cues
}

/** Prepares the questions about one claim. */
export function prepareJudging(decider: Decider, context: MentionContext, sourced: boolean): Judging {
  const sentence = cuesOfSentence(context.tokens, context.reading)
  return { decider, context, sourced, around: cuesOfClaim(context), sentence }
}
