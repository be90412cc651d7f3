import { tokenise } from '../text/tokenise.ts'
import { actors } from './actors.ts'
import { findPhrase } from './find-phrase.ts'
/** Whether the words are the name of a state and nothing else: "Russia" and "Moscow" speak for their government. */
export function isActorAlone(words: string): boolean {
  const tokens = tokenise(words)
  const found = findPhrase(actors, tokens, 0)
  return (
    found !== null &&
    found.length === tokens.length &&
    (found.value.kind === 'name' || found.value.kind === 'capital') &&
    found.value.family === 'state'
  )
}
