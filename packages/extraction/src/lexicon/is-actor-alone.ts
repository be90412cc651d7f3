import { tokenise } from '../text/tokenise.ts'
import { actors } from './actors.ts'
import { findPhrase } from './find-phrase.ts'
/** Whether the words are the name of a state and nothing else: "Russia" speaks for its government. */
export function isActorAlone(words: string): boolean {
  const tokens = tokenise(words)
  const found = findPhrase(actors, tokens, 0)
  return (
    found !== null &&
    found.length === tokens.length &&
    found.value.kind === 'name' &&
    found.value.family === 'state'
  )
}
