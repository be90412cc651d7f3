import { placesAfter } from '../fields/places-after.ts'
import { findStateOfPlace } from '../lexicon/find-state-of-place.ts'
import { type ActorContext, hurt } from './actor-context.ts'
import { findSubjects } from './find-subject.ts'
import { opponentOf } from './opponent-of.ts'
import type { ActorReading } from './resolve-actor.ts'

const bystanders = new Set(['un', 'eu'])

/** The actor that the sentence or the whole article speaks of, when the clause names none. */
export function actorOfArticle(context: ActorContext): ActorReading {
  const { reading, mention, counts, subjectBefore } = context
  const victim = hurt.has(context.predicate) && !mention.noun.armed ? victimOfOthers(context) : null
  if (victim !== null) return { actor: victim, evidence: 'context' }
  const fits = (family: string) => (mention.noun.armed ? family === 'group' : true)
  const subjects = findSubjects(context, reading.sentence.to).filter((hit) => fits(hit.name.family))
  const ids = new Set(subjects.map((hit) => hit.name.id))
  if (ids.size === 1) return { actor: subjects[0]?.name.id ?? null, evidence: 'context' }
  const hits = reading.actors.filter((hit) => fits(hit.name.family))
  const alone = new Set(hits.map((hit) => hit.name.id)).size === 1 ? (hits[0]?.name ?? null) : null
  if (alone && alone.kind !== 'leader' && mention.noun.unit === 'personnel')
    return { actor: alone.id, evidence: 'guess' }
  if (subjectBefore !== null && fits(counts.get(subjectBefore)?.family ?? 'state') && ids.size === 0)
    return { actor: subjectBefore, evidence: 'context' }
  if (alone) return { actor: alone.id, evidence: 'guess' }
  const top = mostNamed(context)
  return top === null ? { actor: null, evidence: 'none' } : { actor: top, evidence: 'guess' }
}

/** Soldiers killed "when rebels attacked" are of those whom the rebels fight; else of the state they fell in. */
function victimOfOthers(context: ActorContext): string | null {
  const { reading, tokens, mention, document } = context
  if (/^(?:fighter|member|mercenary)$/.test(mention.noun.item)) return null
  for (const hit of reading.actors) {
    const enemy =
      hit.name.family === 'group' && hit.name.kind !== 'leader' ? opponentOf(hit.name.id, context) : null
    if (enemy !== null) return enemy
  }
  const place = placesAfter(document, context)[0]
  if (place === undefined || mention.noun.unit !== 'personnel') return null
  const state = findStateOfPlace(place.id)
  return state !== null && !isAttacker(context, state, tokens) ? state : null
}

/** "killed in Lebanon by Israeli fire" names the attacker, not the state they fell in. */
function isAttacker(
  { credits, speaker, reading }: ActorContext,
  state: string,
  tokens: ActorContext['tokens'],
): boolean {
  return (
    credits.length > 0 &&
    speaker !== null &&
    speaker !== state &&
    reading.actors.some((hit) => hit.name.id === state && tokens[hit.to]?.lower === 'forces')
  )
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
