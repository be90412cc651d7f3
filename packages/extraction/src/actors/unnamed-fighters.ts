import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import { type ActorContext, hurt } from './actor-context.ts'
import { agentOf } from './agent-of.ts'

const rebelWords = wordClass('rebel')
const stateSide = wordClass('state-side')

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
