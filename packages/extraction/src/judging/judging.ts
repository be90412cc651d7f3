import type { Extent, Predicate, Status } from '../claim-schema.ts'
import type { MentionContext } from '../fields/mention-context.ts'
import { resolveExtent } from '../fields/resolve-extent.ts'
import { resolveStatus } from '../fields/resolve-status.ts'
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
  ruled: Map<Predicate, Ruled>
}

/** What the rules say of a claim before its owner is known. */
type Ruled = { status: Status; extent: Extent }

/** Prepares the questions about one claim. */
export function prepareJudging(decider: Decider, context: MentionContext, sourced: boolean): Judging {
  const sentence = cuesOfSentence(context.tokens, context.reading)
  return { decider, context, sourced, around: cuesOfClaim(context), sentence, ruled: new Map() }
}

/** Reads a claim by the rules, once a predicate: most often the one ruled is the one judged. */
export function readByRules({ context, ruled }: Judging, predicate: Predicate): Ruled {
  const known = ruled.get(predicate)
  if (known !== undefined) return known
  const status = resolveStatus(context, predicate)
  const read = { status, extent: resolveExtent(context, predicate, status, null) }
  ruled.set(predicate, read)
  return read
}
