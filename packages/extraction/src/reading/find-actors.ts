import { sharedNames } from '../lexicon/actor-names.ts'
import { type ActorName, actors } from '../lexicon/actors.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { isState } from '../lexicon/is-state.ts'
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

/** Gives a name that several bear, such as "IAF", to the one of them whom the other names speak of most. */
export function settleShared(hits: readonly ActorHit[], others: readonly ActorHit[] = hits): ActorHit[] {
  const shared = (hit: ActorHit) => sharedNames.get(hit.name.exact ?? '')
  if (!hits.some(shared)) return [...hits]
  const counts = new Map<string, number>()
  for (const hit of others)
    if (shared(hit) === undefined) counts.set(hit.name.id, (counts.get(hit.name.id) ?? 0) + 1)
  return hits.map((hit) => {
    const [first, ...rest] = shared(hit) ?? []
    if (first === undefined) return hit
    const id = rest.reduce(
      (best, next) => ((counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best),
      first,
    )
    return { ...hit, name: { ...hit.name, id, family: isState(id) ? 'state' : 'group' } }
  })
}

/** Names are capitalised somewhere; "IS" is no "is", and "us" is no "US". */
function isWritten(tokens: readonly Token[], at: number, name: ActorName, length: number): boolean {
  const first = tokens[at] as Token
  if (name.exact !== null) return first.text === name.exact || first.lower === name.exact
  return tokens.slice(at, at + length).some((token) => token.text !== token.lower)
}
