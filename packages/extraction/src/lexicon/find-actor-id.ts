import { tokenise } from '../text/tokenise.ts'
import { actors } from './actors.ts'
import { findPhrase } from './find-phrase.ts'

/** The first actor named in a few words, or null. */
export function findActorId(words: string): string | null {
  const tokens = tokenise(words)
  for (let at = 0; at < tokens.length; at += 1) {
    const found = findPhrase(actors, tokens, at)
    if (found && (found.value.exact === null || tokens[at]?.text === found.value.exact)) return found.value.id
  }
  return null
}
