import { isActorAlone } from '../lexicon/is-actor-alone.ts'
import { origins } from '../lexicon/origins.ts'
import { findActorId } from '../reading/find-actor-id.ts'
import { slug } from './slug.ts'

/** The identity of a source: one slug for all its names; null without a source. */
export function resolveOrigin(source: string | null): string | null {
  if (source === null) return null
  const named = origins.byName(source)
  if (named !== null) return named
  const actor = findActorId(source)
  const role = origins.roleOf(source, actor) ?? (isActorAlone(source) ? 'government' : null)
  if (actor !== null && role !== null) return `${actor.toLowerCase()}-${role}`
  return slug(source) || null
}
