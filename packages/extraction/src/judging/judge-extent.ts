import type { Extent, Status } from '../claim-schema.ts'
import { resolveExtent } from '../fields/resolve-extent.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import { cuesOfDraft } from './cues-of-claim.ts'
import type { Judging } from './judging.ts'

/** Tells whether a figure is the whole, when all else is known of the claim. */
export function judgeExtent(
  { decider, context, sourced, around, sentence }: Judging,
  { predicate, from }: PredicateReading,
  status: Status,
  actor: string | null,
): Extent {
  const extent = resolveExtent(context, predicate, status, actor)
  const draft = cuesOfDraft(context, { predicate, status, extent, predicateFrom: from, sourced })
  return decider.decide('extent', context.mention, extent, [draft, around, sentence]).answer
}
