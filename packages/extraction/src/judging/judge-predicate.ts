import type { Predicate } from '../claim-schema.ts'
import type { MentionContext } from '../fields/mention-context.ts'
import { resolveExtent } from '../fields/resolve-extent.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import { resolveStatus } from '../fields/resolve-status.ts'
import { cuesOfClaim } from './cues-of-claim.ts'
import type { Decider, Verdict } from './decider.ts'

/** What the questions about one claim have in common. */
export type Judging = { decider: Decider; context: MentionContext; sourced: boolean }

/** Tells what the text says of the things counted, from what the rules found and the words around. */
export function judgePredicate(
  { decider, context, sourced }: Judging,
  { predicate, from }: PredicateReading,
): Verdict<Predicate> {
  const status = resolveStatus(context, predicate)
  const extent = resolveExtent(context, predicate, status, null)
  const draft = { predicate, status, extent, predicateFrom: from, sourced }
  return decider.decide('predicate', context.mention, predicate, cuesOfClaim(context, draft))
}
