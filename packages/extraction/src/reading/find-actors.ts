import { type ActorName, actors } from '../lexicon/actors.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { placeWords } from '../lexicon/places.ts'
import { words } from '../lexicon/words.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import { findAll } from './find-all.ts'
/** A name of an actor where it stands. */
export type ActorHit = { at: number; to: number; name: ActorName }

/** The names of actors in a run of tokens. */
export function findActors(tokens: readonly Token[], sentence: Sentence): ActorHit[] {
  return findAll(tokens, sentence, wordKind.actor, (at) => {
    const found = findPhrase(actors, tokens, at)
    if (found === null || !isWritten(tokens, at, found.value, found.length)) return null
    return isPlaceWord(tokens, at + found.length, found.value) ? null : found
  }).map(({ at, to, value }) => ({ at, to, name: value }))
}

/** "the Taiwan Strait" and "the Eritrean border" are no actors; "Eritrean border guards" are Eritrea's. */
function isPlaceWord(tokens: readonly Token[], at: number, name: ActorName): boolean {
  const next = tokens[at]
  if (next === undefined) return false
  // "Wellington Koo" is a person.
  if (name.kind === 'capital' && isGivenName(tokens, at)) return true
  if (next.capital && /^(?:strait|sea|channel|gulf|peninsula|straits|war)$/.test(next.lower)) return true
  const after = tokens[at + 1]
  const goesOn = after !== undefined && (after.kinds & wordKind.item) !== 0
  return name.kind === 'people' && name.family === 'state' && placeWords.borders.has(next.lower) && !goesOn
}

/** A capital with a surname: a capitalised word after it that names nothing else the lexicon knows. */
function isGivenName(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at] as Token
  return (
    next.capital &&
    next.kinds === 0 &&
    next.text !== next.text.toUpperCase() &&
    !words.weekday.has(next.lower) &&
    !words.month.has(next.lower) &&
    !placeWords.kinds.has(next.lower) &&
    !placeWords.bodies.has(next.lower)
  )
}

/** Names are capitalised somewhere; "IS" is no "is", and "us" is no "US". */
function isWritten(tokens: readonly Token[], at: number, name: ActorName, length: number): boolean {
  if (name.exact !== null) return (tokens[at] as Token).text === name.exact
  return tokens.slice(at, at + length).some((token) => token.text !== token.lower)
}
