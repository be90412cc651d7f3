import { contexts } from '../lexicon/contexts.ts'
import type { Document } from '../text/document.ts'
import { wordKind } from '../text/word-kinds.ts'

const warStories = new WeakMap<Document, boolean>()

/** A story that speaks of soldiers far more than of civilians: its dead are soldiers. */
export function isWarStory(document: Document): boolean {
  const known = warStories.get(document)
  if (known !== undefined) return known
  let military = 0
  let civil = 0
  for (const { kinds } of document.tokens) {
    if ((kinds & wordKind.military) !== 0) military += 1
    else if ((kinds & wordKind.civil) !== 0) civil += 1
  }
  const answer = military >= 6 && military > 2 * civil
  warStories.set(document, answer)
  return answer
}

const missionStories = new WeakMap<Document, boolean>()

/** A story that names a mission or its gangs again and again. */
export function isMissionStory(document: Document): boolean {
  const known = missionStories.get(document)
  if (known !== undefined) return known
  const named = document.tokens.filter(({ lower }) => contexts.missions.has(lower)).length
  const answer = named >= 3
  missionStories.set(document, answer)
  return answer
}
