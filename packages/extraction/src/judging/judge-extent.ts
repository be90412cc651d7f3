import type { Extent, Status } from '../claim-schema.ts'
import { resolveExtent } from '../fields/resolve-extent.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import { cuesOfClaim } from './cues-of-claim.ts'
import { addSentence } from './cues-of-sentence.ts'
import type { Judging } from './judge-predicate.ts'

/** Tells whether a figure is the whole, when all else is known of the claim. */
export function judgeExtent(
  { decider, context, sourced }: Judging,
  { predicate, from }: PredicateReading,
  status: Status,
  actor: string | null,
): Extent {
  const extent = resolveExtent(context, predicate, status, actor)
  const cues = cuesOfClaim(context, { predicate, status, extent, predicateFrom: from, sourced })
  addSentence(cues, context.tokens, context.reading)
  return decider.decide('extent', context.mention, extent, cues).answer
}
