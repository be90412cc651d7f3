import type { ActorName } from '../lexicon/actors.ts'
import type { Document } from '../text/document.ts'
import { type ActorHit, findActors, settleShared } from './find-actors.ts'

/** How often each actor is named, the title counting more. */
export type ActorCounts = ReadonlyMap<string, ActorCount>

/** How often an actor is named, and whether by the name of a force of its own. */
export type ActorCount = { count: number; family: ActorName['family']; force: boolean }

const weightOfTitle = 2
const weightOfSubject = 5

/** Counts the actors of an article: who the story is about when a sentence does not say. */
export function countActors(document: Document, hits: readonly ActorHit[]): ActorCounts {
  const counts = new Map<string, ActorCount>()
  const { title } = document
  const named = settleShared(findActors(title, { from: 0, to: title.length, paragraph: 0 }), hits)
  named.forEach((hit, index) => {
    add(counts, hit.name, index === 0 ? weightOfSubject : weightOfTitle)
  })
  for (const hit of hits) add(counts, hit.name, 1)
  return counts
}

function add(counts: Map<string, ActorCount>, name: ActorName, weight: number): void {
  const known = counts.get(name.id)
  counts.set(name.id, {
    count: (known?.count ?? 0) + weight,
    family: known?.family ?? name.family,
    force: name.force || known?.force === true,
  })
}
