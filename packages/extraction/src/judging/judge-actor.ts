import type { ActorContext } from '../actors/actor-context.ts'
import { type ActorReading, resolveActor } from '../actors/resolve-actor.ts'
import type { Decider } from './decider.ts'
import { listCandidates } from './list-candidates.ts'
import { visitActorCues } from './visit-actor-cues.ts'

/** Tells whose people or weapons are counted: the rules' choice weighed against the others that are named. */
export function judgeActor(decider: Decider, context: ActorContext): ActorReading & { probability: number } {
  const rule = resolveActor(context)
  const candidates = listCandidates(context, rule)
  const own = candidates.findIndex(({ id }) => id === rule.actor)
  const { answer, probability } = decider.choose(
    'actor',
    context.mention,
    candidates.map(({ id }) => id),
    own,
    (index) => (visit) => {
      const candidate = candidates[index]
      if (candidate) visitActorCues(context, rule, candidate, candidates, visit)
    },
  )
  return { actor: candidates[answer]?.id ?? null, evidence: rule.evidence, probability }
}
