import type { Status } from '../claim-schema.ts'
import { resolveExtent } from '../fields/resolve-extent.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import { resolveStatus } from '../fields/resolve-status.ts'
import { cuesOfDraft } from './cues-of-claim.ts'
import type { Judging } from './judging.ts'

/** Tells whether something is so, expected, possible or denied. */
export function judgeStatus(
  { decider, context, sourced, around, sentence }: Judging,
  { predicate, from }: PredicateReading,
): Status {
  const status = resolveStatus(context, predicate)
  const extent = resolveExtent(context, predicate, status, null)
  const draft = cuesOfDraft(context, { predicate, status, extent, predicateFrom: from, sourced })
  return decider.decide('status', context.mention, status, [draft, around, sentence]).answer
}
