import { type ActorName, actors } from '../lexicon/actors.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import { findAll } from './find-all.ts'
import { namesOther } from './names-other.ts'

/** A name of an actor where it stands. */
export type ActorHit = { at: number; to: number; name: ActorName }

/** The names of actors in a run of tokens. */
export function findActors(tokens: readonly Token[], sentence: Sentence): ActorHit[] {
  return findAll(tokens, sentence, wordKind.actor, (at) => {
    const found = findPhrase(actors, tokens, at)
    if (found === null || !isWritten(tokens, at, found.value, found.length)) return null
    return namesOther(tokens, at, at + found.length, found.value) ? null : found
  }).map(({ at, to, value }) => ({ at, to, name: value }))
}

/** Names are capitalised somewhere; "IS" is no "is", and "us" is no "US". */
function isWritten(tokens: readonly Token[], at: number, name: ActorName, length: number): boolean {
  const first = tokens[at] as Token
  if (name.exact !== null) return first.text === name.exact || first.lower === name.exact
  return tokens.slice(at, at + length).some((token) => token.text !== token.lower)
}
