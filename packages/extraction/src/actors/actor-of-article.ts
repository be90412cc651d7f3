import type { ActorContext } from './actor-context.ts'
import { findSubjects } from './find-subject.ts'
import type { ActorReading } from './resolve-actor.ts'

const bystanders = new Set(['un', 'eu'])

/** The actor that the sentence or the whole article speaks of, when the clause names none. */
export function actorOfArticle(context: ActorContext): ActorReading {
  const { reading, mention, counts, subjectBefore } = context
  const fits = (family: string) => (mention.noun.armed ? family === 'group' : true)
  const subjects = findSubjects(context, reading.sentence.to).filter((hit) => fits(hit.name.family))
  const ids = new Set(subjects.map((hit) => hit.name.id))
  if (ids.size === 1) return { actor: subjects[0]?.name.id ?? null, evidence: 'context' }
  if (subjectBefore !== null && fits(counts.get(subjectBefore)?.family ?? 'state') && ids.size === 0)
    return { actor: subjectBefore, evidence: 'context' }
  const hits = reading.actors.filter((hit) => fits(hit.name.family))
  if (new Set(hits.map((hit) => hit.name.id)).size === 1)
    return { actor: hits[0]?.name.id ?? null, evidence: 'guess' }
  const top = mostNamed(context)
  return top === null ? { actor: null, evidence: 'none' } : { actor: top, evidence: 'guess' }
}

function mostNamed({ counts, mention }: ActorContext): string | null {
  let best: { id: string; count: number } | null = null
  for (const [id, { count, family }] of counts) {
    if (mention.noun.armed && family !== 'group') continue
    if (bystanders.has(id)) continue
    if (best === null || count > best.count) best = { id, count }
  }
  return best?.id ?? null
}
