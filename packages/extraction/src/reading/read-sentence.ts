import { type ActorName, actors } from '../lexicon/actors.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { items } from '../lexicon/items.ts'
import { type TriggerReading, triggers } from '../lexicon/triggers.ts'
import { words } from '../lexicon/words.ts'
import type { Document } from '../text/document.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { type WordKind, wordKind } from '../text/word-kinds.ts'

/** A verb or noun of the lexicon where it stands. */
export type TriggerHit = { at: number; to: number; readings: readonly TriggerReading[] }
/** A name of an actor where it stands. */
export type ActorHit = { at: number; to: number; name: ActorName }
/** What the lexicon finds in a sentence. */
export type SentenceReading = { sentence: Sentence; triggers: TriggerHit[]; actors: ActorHit[] }

/** Finds the triggers and the actors of a sentence. */
export function readSentence(
  document: Document,
  sentence: Sentence,
  actors: readonly ActorHit[],
): SentenceReading {
  const { tokens } = document
  const found = findAll(tokens, sentence, wordKind.trigger, (at) => findPhrase(triggers, tokens, at))
  return {
    sentence,
    triggers: found.flatMap(({ at, to, value }) =>
      isAuxiliary(tokens, at, to) || isPartOfItem(tokens, at, sentence.from)
        ? []
        : [{ at, to, readings: value }],
    ),
    actors: within(actors, sentence),
  }
}

/** The names of the article that stand in a sentence; they are in order. */
function within(hits: readonly ActorHit[], { from, to }: Sentence): ActorHit[] {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle] as ActorHit).at < from) low = middle + 1
    else high = middle
  }
  const found: ActorHit[] = []
  for (let at = low; at < hits.length && (hits[at] as ActorHit).to <= to; at += 1)
    found.push(hits[at] as ActorHit)
  return found
}

/** "fighting" in "infantry fighting vehicles" is no verb. */
function isPartOfItem(tokens: readonly Token[], at: number, floor: number): boolean {
  for (let from = Math.max(floor, at - 3); from <= at; from += 1) {
    if (((tokens[from] as Token).kinds & wordKind.item) === 0) continue
    const found = findPhrase(items, tokens, from)
    if (found && found.length > 1 && found.value.context !== 'toll' && from + found.length > at) return true
  }
  return false
}

/** The names of actors in a run of tokens. */
export function findActors(tokens: readonly Token[], sentence: Sentence): ActorHit[] {
  return findAll(tokens, sentence, wordKind.actor, (at) => {
    const found = findPhrase(actors, tokens, at)
    if (found === null || !isWritten(tokens, at, found.value, found.length)) return null
    return isWater(tokens[at + found.length]) ? null : found
  }).map(({ at, to, value }) => ({ at, to, name: value }))
}

/** "the Taiwan Strait", "the South China Sea" are no actors. */
function isWater(next: Token | undefined): boolean {
  return (
    next !== undefined &&
    next.capital &&
    /^(?:strait|sea|channel|gulf|peninsula|straits|war)$/.test(next.lower)
  )
}

/** Names are capitalised somewhere; "IS" is no "is", and "us" is no "US". */
function isWritten(tokens: readonly Token[], at: number, name: ActorName, length: number): boolean {
  if (name.exact !== null) return (tokens[at] as Token).text === name.exact
  return tokens.slice(at, at + length).some((token) => token.text !== token.lower)
}

type Found<Value> = { at: number; to: number; value: Value }

function findAll<Value>(
  tokens: readonly Token[],
  sentence: Sentence,
  kind: WordKind,
  find: (at: number) => { value: Value; length: number } | null,
): Found<Value>[] {
  const hits: Found<Value>[] = []
  for (let at = sentence.from; at < sentence.to; at += 1) {
    if (((tokens[at] as Token).kinds & kind) === 0) continue
    const found = find(at)
    if (found === null || at + found.length > sentence.to) continue
    hits.push({ at, to: at + found.length, value: found.value })
    at += found.length - 1
  }
  return hits
}

const auxiliaries = /^(?:have|has|had|having|get|gets|got|go|goes|going|come|help|helps)$/
const perfect = /^(?:have|has|had|having)$/

/** "has deployed": the auxiliary says nothing of strength. */
function isAuxiliary(tokens: readonly Token[], at: number, to: number): boolean {
  const word = (tokens[at] as Token).lower
  if (to - at > 1 || !auxiliaries.test(word)) return false
  let next = to
  while (words.adverb.has(tokens[next]?.lower ?? '')) next += 1
  const after = tokens[next]?.lower ?? ''
  if (after === 'been' || after === 'to' || after === 'had') return true
  const isParticiple = findPhrase(triggers, tokens, next)?.value.some(
    ({ form }) => form.participle && !form.noun,
  )
  return isParticiple === true || (perfect.test(word) && /(?:ed|wn|en)$/.test(after))
}
