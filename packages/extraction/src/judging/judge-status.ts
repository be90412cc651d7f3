import type { Status } from '../claim-schema.ts'
import { resolveExtent } from '../fields/resolve-extent.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import { resolveStatus } from '../fields/resolve-status.ts'
import { cuesOfClaim } from './cues-of-claim.ts'
import { addSentence } from './cues-of-sentence.ts'
import type { Judging } from './judge-predicate.ts'

/** Tells whether something is so, expected, possible or denied. */
export function judgeStatus(
  { decider, context, sourced }: Judging,
  { predicate, from }: PredicateReading,
): Status {
  const status = resolveStatus(context, predicate)
  const extent = resolveExtent(context, predicate, status, null)
  const cues = cuesOfClaim(context, { predicate, status, extent, predicateFrom: from, sourced })
  addSentence(cues, context.tokens, context.reading)
  return decider.decide('status', context.mention, status, cues).answer
}
