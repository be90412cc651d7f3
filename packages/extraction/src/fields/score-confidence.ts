import type { ActorReading } from '../actors/resolve-actor.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Governor } from '../reading/choose-trigger.ts'

const actorWorth: Record<ActorReading['evidence'], number> = {
  phrase: 0.3,
  clause: 0.25,
  context: 0.15,
  guess: 0.05,
  none: 0.1,
}

/** How sure the reading is, from how plainly the text says what, who and what happened. */
export function scoreConfidence(mention: Mention, governor: Governor | null, actor: ActorReading): number {
  const noun = mention.head === null ? 0.12 : mention.noun.context === null ? 0.3 : 0.2
  const said =
    mention.noun.predicate !== null && mention.head
      ? 0.3
      : governor === null
        ? 0.08
        : Math.max(0.08, 0.36 - 0.05 * governor.cost)
  return Math.round(Math.min(1, 0.05 + noun + Math.min(0.35, said) + actorWorth[actor.evidence]) * 100) / 100
}
