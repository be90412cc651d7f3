import { isState } from '../lexicon/is-state.ts'
import { type ActorContext, hurt } from './actor-context.ts'
import { agentOf } from './agent-of.ts'
import { isOwnReport } from './is-own-report.ts'
import { opponentOf } from './opponent-of.ts'

/** Whose the dead, the captured and the destroyed are, seen from the verb: `unknown` when the clause does not tell. */
export function victimOf(context: ActorContext): string | null {
  const { governor, mention, last, speaker, predicate } = context
  const named = victimNamed(context)
  if (named) return named
  const agent = agentOf(context)
  if (
    governor?.reading.form.noun &&
    last &&
    last.sentence === mention.sentence &&
    hurt.has(last.predicate) &&
    last.actor
  )
    return last.actor
  const byGroup = agent !== null && !isState(agent)
  if (byGroup && speaker !== null && isOwnReport(context)) return speaker
  if (agent !== null) return opponentOf(agent, context) ?? 'unknown'
  if (speaker === null) return 'unknown'
  if (isOwnReport(context)) return speaker
  // A defence ministry reports the drones it shot down, and its own dead.
  if (predicate === 'lost' || mention.noun.armed) return opponentOf(speaker, context) ?? 'unknown'
  return 'unknown'
}

function victimNamed({ tokens, reading, mention }: ActorContext): string | null {
  const hit = reading.actors.find((candidate) => candidate.at >= mention.to && candidate.at - mention.to <= 4)
  const first = tokens[mention.to]?.lower
  return hit && (first === 'of' || first === 'among') ? hit.name.id : null
}
