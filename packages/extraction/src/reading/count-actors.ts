import type { ActorName } from '../lexicon/actors.ts'
import type { Document } from '../text/document.ts'
import { tokenise } from '../text/tokenise.ts'
import { findActors } from './read-sentence.ts'

/** How often each actor is named, the title counting more. */
export type ActorCounts = ReadonlyMap<string, { count: number; family: ActorName['family'] }>

const weightOfTitle = 2

/** Counts the actors of an article: who the story is about when a sentence does not say. */
export function countActors(document: Document): ActorCounts {
  const counts = new Map<string, { count: number; family: ActorName['family'] }>()
  const add = (name: ActorName, weight: number) => {
    const known = counts.get(name.id) ?? { count: 0, family: name.family }
    counts.set(name.id, { ...known, count: known.count + weight })
  }
  const title = tokenise(document.title)
  for (const hit of findActors(title, { from: 0, to: title.length, paragraph: 0 }))
    add(hit.name, weightOfTitle)
  const whole = { from: 0, to: document.tokens.length, paragraph: 0 }
  for (const hit of findActors(document.tokens, whole)) add(hit.name, 1)
  return counts
}
