import type { ActorContext } from '../actors/actor-context.ts'
import type { ActorReading } from '../actors/resolve-actor.ts'
import type { ActorHit } from '../reading/find-actors.ts'

/** One who may own what is counted, with the names that stand for it in the sentence. */
export type Candidate = { id: string | null; family: string; hits: ActorHit[] }

/** Everyone who may be meant: nobody, those named in the sentence and before, those the article is about. */
export function listCandidates(context: ActorContext, rule: ActorReading): Candidate[] {
  const found = new Map<string | null, Candidate>([[null, { id: null, family: 'none', hits: [] }]])
  const add = (id: string | null | undefined) => {
    if (id === null || id === undefined || found.has(id)) return
    const family = context.counts.get(id)?.family ?? (/^[A-Z]{3}$/.test(id) ? 'state' : 'group')
    found.set(id, { id, family, hits: [] })
  }
  add(rule.actor)
  for (const hit of context.reading.actors) {
    add(hit.name.id)
    found.get(hit.name.id)?.hits.push(hit)
  }
  for (const hit of context.before?.actors ?? []) add(hit.name.id)
  const { topic } = context
  add(topic.state)
  add(topic.group)
  add(topic.org)
  add(topic.soldiers)
  add(topic.land)
  add(context.subjectBefore)
  add(context.last?.actor)
  add(context.speaker)
  return [...found.values()]
}
