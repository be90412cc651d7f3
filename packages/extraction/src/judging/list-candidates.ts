import type { ActorContext } from '../actors/actor-context.ts'
import type { ActorReading } from '../actors/resolve-actor.ts'
import type { ActorCounts } from '../reading/count-actors.ts'
import type { ActorHit } from '../reading/find-actors.ts'

/** One who may own what is counted, with the names that stand for it in the sentence. */
export type Candidate = { id: string | null; family: string; hits: ActorHit[] }

/** Everyone who may be meant: nobody, those named in the sentence and before, those the article is about. */
export function listCandidates(context: ActorContext, rule: ActorReading): Candidate[] {
  const found = new Map<string | null, Candidate>([[null, { id: null, family: 'none', hits: [] }]])
  const { counts, topic } = context
  add(found, counts, rule.actor)
  for (const hit of context.reading.actors) {
    add(found, counts, hit.name.id)
    found.get(hit.name.id)?.hits.push(hit)
  }
  for (const hit of context.before?.actors ?? []) add(found, counts, hit.name.id)
  add(found, counts, topic.state)
  add(found, counts, topic.group)
  add(found, counts, topic.org)
  add(found, counts, topic.soldiers)
  add(found, counts, topic.land)
  add(found, counts, context.subjectBefore)
  add(found, counts, context.last?.actor)
  add(found, counts, context.speaker)
  for (const id of topic.most) add(found, counts, id)
  return [...found.values()]
}

function add(found: Map<string | null, Candidate>, counts: ActorCounts, id: string | null | undefined): void {
  if (id === null || id === undefined || found.has(id)) return
  const family = counts.get(id)?.family ?? (/^[A-Z]{3}$/.test(id) ? 'state' : 'group')
  found.set(id, { id, family, hits: [] })
}
