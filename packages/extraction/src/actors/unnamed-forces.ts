import { isState } from '../lexicon/is-state.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import { type ActorContext, hurt } from './actor-context.ts'
import { agentOf } from './agent-of.ts'
import { opponentOf } from './opponent-of.ts'
import type { ActorReading } from './resolve-actor.ts'

const rebelWords = wordClass('rebel')
const stateSide = wordClass('state-side')
const loyalWords = wordClass('loyal')
const promising = wordClass('promising')
const stateSoldier = wordClass('state-soldier')

const seldom = 3

/** Whose plain "militants" are: of the group that the passage or the text names; null when none or several may be meant; `unknown` for others than fighters. */
export function unnamedFighters(context: ActorContext): string | null | 'unknown' {
  const { mention, tokens, reading, before } = context
  if (!mention.noun.armed || mention.noun.unit !== 'personnel') return 'unknown'
  const between = tokens.slice(mention.quantity.to, mention.to)
  if (mention.noun.item === 'fighter' && !between.some((token) => isOneOf(token, rebelWords)))
    return 'unknown'
  if (context.governor?.reading.group.owner === 'self' && context.governor.side === 'before') return 'unknown'
  if (between.some((token) => isOneOf(token, stateSide))) return 'unknown'
  const killer = killerOf(context)
  const fits = ({ name }: ActorHit) =>
    name.family === 'group' && name.kind !== 'leader' && name.id !== killer && !pointing.has(name.kind)
  const here = reading.actors.filter(fits)
  const near = here.findLast((hit) => hit.to <= mention.from) ?? here[0]
  if (near !== undefined) return firstJoined(near, here, tokens)
  const said = (before?.actors ?? []).filter(fits)
  if (new Set(said.map(({ name }) => name.id)).size === 1) return said[0]?.name.id ?? null
  return leadingGroup(context, killer)
}

/** Of "PKK/YPG" the first name stands for both. */
function firstJoined(hit: ActorHit, hits: readonly ActorHit[], tokens: ActorContext['tokens']): string {
  const before = hits.find(({ to }) => to === hit.at - 1 && tokens[to]?.text === '/')
  return (before ?? hit).name.id
}

const pointing = new Set(['generic', 'modifier'])

function killerOf(context: ActorContext): string | null {
  const harmful = hurt.has(context.predicate) && context.governor?.reading.group.owner === 'enemy'
  return harmful ? agentOf(context) : null
}

/** The group that the text names again and again, and far more often than any other. */
export function leadingGroup({ counts }: ActorContext, killer: string | null = null): string | null {
  const groups = [...counts].filter(([id, { family }]) => family === 'group' && id !== killer)
  const [first, second] = groups.sort(([, left], [, right]) => right.count - left.count)
  if (first === undefined || first[1].count < 2) return null
  return first[1].count >= seldom * (second?.[1].count ?? 0) ? first[0] : null
}

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
