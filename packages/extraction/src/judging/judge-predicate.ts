import type { Predicate } from '../claim-schema.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import { cuesOfDraft } from './cues-of-claim.ts'
import type { Verdict } from './decider.ts'
import { type Judging, readByRules } from './judging.ts'

/** Tells what the text says of the things counted, from what the rules found and the words around. */
export function judgePredicate(judging: Judging, { predicate, from }: PredicateReading): Verdict<Predicate> {
  const { decider, context, sourced, around } = judging
  const { status, extent } = readByRules(judging, predicate)
  const draft = cuesOfDraft(context, { predicate, status, extent, predicateFrom: from, sourced })
  return decider.decide('predicate', context.mention, predicate, [draft, around])
}
