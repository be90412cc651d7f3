import { isState } from '../lexicon/is-state.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { type ActorContext, hurt } from './actor-context.ts'
import { agentOf } from './agent-of.ts'
import { opponentOf } from './opponent-of.ts'
import type { ActorReading } from './resolve-actor.ts'

const loyalWords = wordClass('loyal')
const promising = wordClass('promising')
const stateSoldier = wordClass('state-soldier')

/** "Arcadia's president said 90,000 reservists would be called up": a state speaks of its own recruits. */
export function ownSaying({
  predicate,
  speaker,
  reading,
  mention,
  credits,
  tokens,
}: ActorContext): ActorReading | null {
  if (speaker === null || !isState(speaker) || mention.noun.armed) return null
  const announced = credits.some(({ at }) => at === mention.from - 1 && isOneOf(tokens[at], promising))
  if (announced && !hurt.has(predicate)) return { actor: speaker, evidence: 'context' }
  if (predicate !== 'recruited') return null
  return reading.actors.some((hit) => hit.name.id !== speaker)
    ? null
    : { actor: speaker, evidence: 'context' }
}

/** Plain "soldiers" hurt where only a group is named are of the state that it fights; who hurts is not hurt. */
export function ofTheirState(context: ActorContext, found: ActorReading): ActorReading {
  const { predicate, governor } = context
  if (found.actor === null || !hurt.has(predicate)) return found
  const fought = ofThoseFought(context, found)
  if (fought !== found) return fought
  const hurting = governor?.reading.group.owner === 'enemy' && !governor.passive && governor.side === 'before'
  if (hurting && agentOf(context) === found.actor) return { actor: null, evidence: 'guess' }
  return found
}

/** The same as found, but for plain soldiers that a group hurts: they are of the state it fights. */
export function ofThoseFought(context: ActorContext, found: ActorReading): ActorReading {
  const { mention, predicate, counts, governor } = context
  if (found.actor === null || !hurt.has(predicate)) return found
  if (found.evidence === 'clause' && governor?.reading.group.owner === 'self') return found
  const soldiers = stateSoldier.words.has(mention.noun.item) && mention.head !== null
  if (!soldiers || counts.get(found.actor)?.family !== 'group') return found
  return { actor: opponentOf(found.actor, context), evidence: 'guess' }
}

/** "30 regime fighters", "nine pro-government militiamen": the state's that the article is about. */
export function ofGovernment({ tokens, mention, topic }: ActorContext): string | null {
  const said = someOf(tokens, mention.quantity.to, mention.to, loyalWords)
  return said && mention.noun.unit === 'personnel' ? topic.state : null
}
