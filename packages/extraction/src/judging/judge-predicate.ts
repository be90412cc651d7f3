import type { Predicate } from '../claim-schema.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import type { Verdict } from './decider.ts'
import { cuesOfRuled, type Judging, readByRules } from './judging.ts'

/** Tells what the text says of the things counted, from what the rules found and the words around. */
export function judgePredicate(judging: Judging, { predicate, from }: PredicateReading): Verdict<Predicate> {
  const { decider, context, around } = judging
  const ruled = readByRules(judging, predicate)
  const draft = cuesOfRuled(judging, predicate, from, ruled)
  return decider.decide('predicate', context.mention, predicate, [draft, around])
}
