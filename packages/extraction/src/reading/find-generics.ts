import type { ActorName } from '../lexicon/actors.ts'
import { isAttributionVerb } from '../lexicon/attribution.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { generics } from '../lexicon/generics.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import type { ActorHit } from './find-actors.ts'
import { findAll } from './find-all.ts'
import type { Topic } from './find-topic.ts'

const pointing = wordClass('pointing')
const stateNoun = wordClass('state-noun')

/** Finds "the army", "the rebels" and "the mission" in a sentence; they mean those whom the article is about. */
export function findGenerics(
  tokens: readonly Token[],
  sentence: Sentence,
  actors: readonly ActorHit[],
  named: readonly ActorHit[],
  topic: Topic,
): ActorHit[] {
  const found = findAll(tokens, sentence, wordKind.generic, (at) => findPhrase(generics, tokens, at))
  return found.flatMap(({ at, to, value: family }) => {
    if (isNamed(tokens, at, to, named)) return []
    const head = isHead(tokens, at, to)
    const id =
      headingOf(tokens, sentence, named, family) ??
      memberOf(tokens, to, named, family) ??
      (isOneOf(tokens[to - 1], stateNoun)
        ? (topic.land ?? landBefore(tokens, sentence.from, actors))
        : pointedTo(at, family, actors, topic))
    if (id === null) return []
    return [{ at, to, name: { id, family, kind: head ? 'generic' : 'modifier', exact: null, force: false } }]
  })
}

/** "Arcadia: the army is to grow": of the one named before the colon. */
function headingOf(
  tokens: readonly Token[],
  { from }: Sentence,
  named: readonly ActorHit[],
  family: ActorName['family'],
): string | null {
  const hit = named.find(({ at }) => at === from)
  return hit?.name.family === family && tokens[hit.to]?.text === ':' ? hit.name.id : null
}

const farthestBefore = 60

/** "Arcadia reports … . The country will …": the one that the sentence before is about. */
function landBefore(tokens: readonly Token[], from: number, actors: readonly ActorHit[]): string | null {
  let start = from - 1
  while (
    start > 0 &&
    from - start < farthestBefore &&
    !/^[.!?]$/.test(tokens[start - 1]?.text ?? '') &&
    !tokens[start]?.breaks
  )
    start -= 1
  const hit = actors.find(
    ({ at, name }) => at >= start && at < from && name.family === 'state' && name.kind !== 'leader',
  )
  return hit === undefined || words.preposition.has(tokens[hit.at - 1]?.lower ?? '') ? null : hit.name.id
}

/** "the Malian army", "Arcadia's powerful army", "the 34-strong UN mission": a name says whose it is. */
function isNamed(tokens: readonly Token[], at: number, to: number, named: readonly ActorHit[]): boolean {
  return named.some(
    (hit) =>
      (hit.at < to && hit.to > at) ||
      (hit.to <= at &&
        at - hit.to <= 3 &&
        tokens
          .slice(hit.to, at)
          .every(
            ({ kind, lower }) =>
              kind === 'word' && !words.preposition.has(lower) && !pointing.words.has(lower),
          )),
  )
}

/** Whether the noun stands for itself: not before another noun, and with "the" when it is a single one. */
function isHead(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[to]
  if (next !== undefined && !canFollow(next)) return false
  const last = (tokens[to - 1] as Token).lower
  if (last.endsWith('s') || to - at > 1) return true
  return isOneOf(tokens[at - 1], pointing) || isOneOf(tokens[at - 2], pointing)
}

function canFollow({ kind, lower, kinds }: Token): boolean {
  if (kind !== 'word' || lower === "'s") return true
  return (
    (kinds & (wordKind.trigger | wordKind.attribution)) !== 0 ||
    words.preposition.has(lower) ||
    words.auxiliary.has(lower) ||
    words.be.has(lower) ||
    words.adverb.has(lower) ||
    words.coordinator.has(lower) ||
    words.relative.has(lower) ||
    words.subordinator.has(lower) ||
    isAttributionVerb(lower) ||
    /(?:ed|s)$/.test(lower)
  )
}

/** "the army of Mali", "the junta in Niger". */
function memberOf(
  tokens: readonly Token[],
  to: number,
  named: readonly ActorHit[],
  family: ActorName['family'],
): string | null {
  const preposition = tokens[to]?.lower
  if (preposition !== 'of' && preposition !== 'in') return null
  const hit = named.find((candidate) => candidate.at > to && candidate.at <= to + 2)
  return hit?.name.family === family && hit.name.kind !== 'leader' ? hit.name.id : null
}

/** The group named last, or the one that the article is about. */
function pointedTo(
  at: number,
  family: ActorName['family'],
  actors: readonly ActorHit[],
  topic: Topic,
): string | null {
  if (family !== 'group') return topic[family]
  let low = 0
  let high = actors.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((actors[middle] as ActorHit).at < at) low = middle + 1
    else high = middle
  }
  let found: ActorHit | null = null
  for (let index = low - 1; index >= Math.max(0, low - 12); index -= 1) {
    const hit = actors[index] as ActorHit
    if (hit.name.family !== 'group' || hit.name.kind === 'leader') continue
    // Of "Boko Haram/ISWAP" the first name stands for both.
    if (found !== null && found.at - hit.to > 2) break
    found = hit
  }
  return found?.name.id ?? topic.group
}
