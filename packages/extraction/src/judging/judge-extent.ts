import type { Extent, Status } from '../claim-schema.ts'
import { resolveExtent } from '../fields/resolve-extent.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import { cuesOfRuled, type Judging } from './judging.ts'

/** Tells whether a figure is the whole, when all else is known of the claim. */
export function judgeExtent(
  judging: Judging,
  { predicate, from }: PredicateReading,
  status: Status,
  actor: string | null,
): Extent {
  const { decider, context, around, sentence } = judging
  const extent = resolveExtent(context, predicate, status, actor)
  const draft = cuesOfRuled(judging, predicate, from, { status, extent })
  return decider.decide('extent', context.mention, extent, [draft, around, sentence]).answer
}
