import type { ActorContext } from '../actors/actor-context.ts'
import { type ActorReading, resolveActor } from '../actors/resolve-actor.ts'
import { cuesOfActor, cuesOfFamily } from './cues-of-actor.ts'
import type { Decider } from './decider.ts'
import { listCandidates } from './list-candidates.ts'

/** Tells whose people or weapons are counted: the rules' choice weighed against the others that are named. */
export function judgeActor(decider: Decider, context: ActorContext): ActorReading & { probability: number } {
  const rule = resolveActor(context)
  const candidates = listCandidates(context, rule)
  const families = new Map(candidates.map(({ family }) => [family, cuesOfFamily(context, family)]))
  const { answer, probability } = decider.choose(
    'actor',
    context.mention,
    candidates.map(({ id }) => id),
    candidates.findIndex(({ id }) => id === rule.actor),
    candidates.map((candidate) => [
      cuesOfActor(context, rule, candidate, candidates),
      families.get(candidate.family) ?? [],
    ]),
  )
  return { actor: candidates[answer]?.id ?? null, evidence: rule.evidence, probability }
}
