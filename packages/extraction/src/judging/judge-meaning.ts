import type { Extent, Status } from '../claim-schema.ts'
import { resolveExtent } from '../fields/resolve-extent.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import { resolveStatus } from '../fields/resolve-status.ts'
import type { Judging } from './judge-predicate.ts'
import { visitCues } from './visit-cues.ts'

/** Tells how sure the text is and whether a figure is the whole, for a predicate and an actor that are known. */
export function judgeMeaning(
  { decider, context, sourced }: Judging,
  { predicate, from }: PredicateReading,
  actor: string | null,
): { status: Status; extent: Extent } {
  const { mention } = context
  const status = resolveStatus(context, predicate)
  const extent = resolveExtent(context, predicate, status, actor)
  const draft = { predicate, status, extent, predicateFrom: from, sourced }
  const told = decider.decide('status', mention, status, (visit) => visitCues(context, draft, visit))
  const whole = decider.decide('extent', mention, extent, (visit) => visitCues(context, draft, visit))
  return { status: told.answer, extent: whole.answer }
}
