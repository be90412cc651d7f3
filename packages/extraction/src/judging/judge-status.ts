import type { Status } from '../claim-schema.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import { cuesOfDraft } from './cues-of-claim.ts'
import { type Judging, readByRules } from './judging.ts'

/** Tells whether something is so, expected, possible or denied. */
export function judgeStatus(judging: Judging, { predicate, from }: PredicateReading): Status {
  const { decider, context, sourced, around, sentence } = judging
  const { status, extent } = readByRules(judging, predicate)
  const draft = cuesOfDraft(context, { predicate, status, extent, predicateFrom: from, sourced })
  return decider.decide('status', context.mention, status, [draft, around, sentence]).answer
}
