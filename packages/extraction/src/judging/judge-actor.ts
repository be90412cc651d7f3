import type { ActorContext } from '../actors/actor-context.ts'
import { type ActorReading, resolveActor } from '../actors/resolve-actor.ts'
import type { Cues } from './cues.ts'
import { askOwners, cuesOfActor, cuesOfFamily } from './cues-of-actor.ts'
import type { Decider } from './decider.ts'
import { listCandidates } from './list-candidates.ts'

/** Tells whose people or weapons are counted: the rules' choice weighed against the others that are named. */
export function judgeActor(decider: Decider, context: ActorContext): ActorReading & { probability: number } {
  const rule = resolveActor(context)
  const candidates = listCandidates(context, rule)
  const asked = askOwners(context, rule, candidates)
  const families = new Map<string, Cues>()
  for (const { family } of candidates)
    if (!families.has(family)) families.set(family, cuesOfFamily(context, family))
  const { answer, probability } = decider.choose(
    'actor',
    context.mention,
    candidates.map(({ id }) => id),
    candidates.findIndex(({ id }) => id === rule.actor),
    candidates.map((candidate) => {
      const lists = cuesOfActor(asked, candidate)
      lists.push(families.get(candidate.family) ?? [])
      return lists
    }),
  )
  return { actor: candidates[answer]?.id ?? null, evidence: rule.evidence, probability }
}
