import type { Status } from '../claim-schema.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import { cuesOfRuled, type Judging, readByRules } from './judging.ts'

/** Tells whether something is so, expected, possible or denied. */
export function judgeStatus(judging: Judging, { predicate, from }: PredicateReading): Status {
  const { decider, context, around, sentence } = judging
  const ruled = readByRules(judging, predicate)
  const draft = cuesOfRuled(judging, predicate, from, ruled)
  return decider.decide('status', context.mention, ruled.status, [draft, around, sentence]).answer
}
