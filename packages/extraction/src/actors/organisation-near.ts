import type { ActorContext } from './actor-context.ts'

/** The organisation that several states serve, when the passage names one. */
export function organisationNear({ reading, counts, subjectBefore }: ActorContext): string | null {
  const named = reading.actors.find((hit) => hit.name.family === 'org')?.name.id
  if (named) return named
  return subjectBefore !== null && counts.get(subjectBefore)?.family === 'org' ? subjectBefore : null
}
