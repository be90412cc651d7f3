import type { ActorContext } from '../actors/actor-context.ts'
import { type ActorReading, resolveActor } from '../actors/resolve-actor.ts'
import { cuesOfActor } from './cues-of-actor.ts'
import type { Decider } from './decider.ts'
import { listCandidates } from './list-candidates.ts'

/** Tells whose people or weapons are counted: the rules' choice weighed against the others that are named. */
export function judgeActor(decider: Decider, context: ActorContext): ActorReading & { probability: number } {
  const rule = resolveActor(context)
  const candidates = listCandidates(context, rule)
  const { answer, probability } = decider.choose(
    'actor',
    context.mention,
    candidates.map(({ id }) => id),
    candidates.findIndex(({ id }) => id === rule.actor),
    candidates.map((candidate) => cuesOfActor(context, rule, candidate, candidates)),
  )
  return { actor: candidates[answer]?.id ?? null, evidence: rule.evidence, probability }
}
