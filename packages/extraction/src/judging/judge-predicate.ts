import type { Predicate } from '../claim-schema.ts'
import { resolveExtent } from '../fields/resolve-extent.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import { resolveStatus } from '../fields/resolve-status.ts'
import { cuesOfDraft } from './cues-of-claim.ts'
import type { Verdict } from './decider.ts'
import type { Judging } from './judging.ts'

/** Tells what the text says of the things counted, from what the rules found and the words around. */
export function judgePredicate(
  { decider, context, sourced, around }: Judging,
  { predicate, from }: PredicateReading,
): Verdict<Predicate> {
  const status = resolveStatus(context, predicate)
  const extent = resolveExtent(context, predicate, status, null)
  const draft = cuesOfDraft(context, { predicate, status, extent, predicateFrom: from, sourced })
  return decider.decide('predicate', context.mention, predicate, [draft, around])
}
