import { tokenise } from '../text/tokenise.ts'
import { findActors } from './find-actors.ts'

/** The first actor named in a few words, or null. */
export function findActorId(words: string): string | null {
  const tokens = tokenise(words)
  return findActors(tokens, { from: 0, to: tokens.length, paragraph: 0 })[0]?.name.id ?? null
}
