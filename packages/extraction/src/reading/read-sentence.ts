import { findPhrase } from '../lexicon/find-phrase.ts'
import { items } from '../lexicon/items.ts'
import { type TriggerReading, triggers } from '../lexicon/triggers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Document } from '../text/document.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import type { ActorHit } from './find-actors.ts'
import { findAll } from './find-all.ts'
import { findGenerics } from './find-generics.ts'
import type { Topic } from './find-topic.ts'

const doubtfulAuxiliary = wordClass('doubtful-auxiliary')
const have = wordClass('have')

/** A verb or noun of the lexicon where it stands. */
export type TriggerHit = { at: number; to: number; readings: readonly TriggerReading[] }

/** What the lexicon finds in a sentence. */
export type SentenceReading = { sentence: Sentence; triggers: TriggerHit[]; actors: ActorHit[] }

/** Finds the triggers and the actors of a sentence, named or meant. */
export function readSentence(
  document: Document,
  sentence: Sentence,
  actors: readonly ActorHit[],
  topic: Topic,
): SentenceReading {
  const { tokens } = document
  const named = within(actors, sentence)
  const plain = findGenerics(tokens, sentence, actors, named, topic)
  const found = findAll(tokens, sentence, wordKind.trigger, (at) => findPhrase(triggers, tokens, at))
  return {
    sentence,
    triggers: found.flatMap(({ at, to, value }) =>
      isAuxiliary(tokens, at, to) || isPartOfItem(tokens, at, sentence.from)
        ? []
        : [{ at, to, readings: value }],
    ),
    actors: plain.length === 0 ? named : [...named, ...plain].sort((a, b) => a.at - b.at),
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

/** "has deployed": the auxiliary says nothing of strength. */
function isAuxiliary(tokens: readonly Token[], at: number, to: number): boolean {
  if (to - at > 1 || !isOneOf(tokens[at], doubtfulAuxiliary)) return false
  let next = to
  while (words.adverb.has(tokens[next]?.lower ?? '')) next += 1
  const after = tokens[next]?.lower ?? ''
  if (after === 'been' || after === 'to' || after === 'had') return true
  const isParticiple = findPhrase(triggers, tokens, next)?.value.some(
    ({ form }) => form.participle && !form.noun,
  )
  return (
    isParticiple === true ||
    (isOneOf(tokens[at], have) &&
      ((/(?:ed|wn|en)$/.test(after) && !words.preposition.has(after)) || after === 'gone'))
  )
}
