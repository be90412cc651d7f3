import { adversariesOf, mainAdversaryOf } from '../lexicon/adversaries.ts'
import { isState } from '../lexicon/is-state.ts'
import type { ActorContext } from './actor-context.ts'

/** The enemy of the one who acts: named in the sentence, else the one the article speaks of most. */
export function opponentOf(
  agent: string,
  { counts, mention, reading }: Pick<ActorContext, 'counts' | 'mention' | 'reading'>,
): string | null {
  const enemies = adversariesOf(agent)
  const fits = (id: string) => !mention.noun.armed || !isState(id)
  const near = reading.actors.find((hit) => enemies.has(hit.name.id) && fits(hit.name.id))
  if (near) return near.name.id
  let best: { id: string; count: number } | null = null
  for (const id of enemies) {
    const count = counts.get(id)?.count ?? 0
    if (count > 0 && fits(id) && (best === null || count > best.count)) best = { id, count }
  }
  const [only] = enemies
  if (best !== null) return best.id
  // A state may have left its one listed enemy behind; a group has hardly another.
  if (enemies.size === 1 && only && !isState(agent) && fits(only)) return only
  // Men die of much else than the enemy; what is shot down is the enemy's.
  const sure = !isState(agent) || mention.noun.unit === 'materiel'
  const main = sure ? mainAdversaryOf(agent) : null
  return main !== null && (!mention.noun.armed || !isState(main)) ? main : null
}
