import { isAttributionVerb } from '../lexicon/attribution.ts'
import { triggers } from '../lexicon/triggers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import type { SentenceReading } from '../reading/read-sentence.ts'
import type { Credit } from '../reading/read-sources.ts'
import type { Token } from '../text/token.ts'

const apposing = wordClass('apposing')
const asking = wordClass('asking')
const hiding = wordClass('hiding')
const nameOpener = wordClass('name-opener')
const owned = wordClass('owned')
const subjectJoint = wordClass('subject-joint')

/** The tokens in which a subject is looked for, and what stands there that is none. */
export type SubjectSearch = {
  tokens: readonly Token[]
  reading: SentenceReading
  mentions: readonly Mention[]
  credits: readonly Credit[]
}

/** The actors of a sentence that can be subjects: not behind a preposition, not an object, not a speaker. */
export function findSubjects(
  { tokens, reading, mentions, credits }: SubjectSearch,
  limit: number,
): ActorHit[] {
  return reading.actors.filter(
    (hit, index) =>
      hit.to <= limit &&
      !isHiddenAfter(tokens, reading.actors, index, reading.sentence.from) &&
      !isInApposition(tokens, reading.actors, index) &&
      !mentions.some((mention) => hit.at >= mention.from && hit.at < mention.to) &&
      !credits.some(({ name }) => hit.at >= (name.whole ?? name.from) && hit.at < name.to),
  )
}

/** "bordering Arcadia and Ruritania": what hides the first hides those joined to it, as "(UN)" is, and ", its capital," too. */
function isHiddenAfter(
  tokens: readonly Token[],
  hits: readonly ActorHit[],
  index: number,
  floor: number,
): boolean {
  const hit = hits[index] as ActorHit
  const joint = tokens[hit.at - 1]?.lower ?? ''
  const previous = hits[index - 1]
  if (joint === ',' && hit.name.kind === 'capital' && tokens[hit.to]?.text === ',') return true
  if (previous !== undefined && subjectJoint.words.has(joint) && previous.to === hit.at - 1)
    return isHiddenAfter(tokens, hits, index - 1, floor)
  return isHidden(tokens, hit, floor)
}

const longestApposition = 12

/** "Arcadia, a major Ruritanian ally in the south, has": what stands between the commas only tells of the name before. */
function isInApposition(tokens: readonly Token[], hits: readonly ActorHit[], index: number): boolean {
  const hit = hits[index] as ActorHit
  const named = hits.findLast(
    ({ to }) =>
      to < hit.at &&
      hit.at - to < longestApposition &&
      tokens[to]?.text === ',' &&
      isOneOf(tokens[to + 1], apposing),
  )
  if (named === undefined) return false
  const inside = tokens.slice(named.to + 1, hit.to)
  const ends = tokens.slice(hit.to, named.to + longestApposition).some(({ text }) => text === ',')
  return ends && inside.every(({ kind, text }) => kind !== 'mark' || text === '-' || text === "'")
}

function isHidden(tokens: readonly Token[], hit: ActorHit, floor: number): boolean {
  let at = hit.at - 1
  while (
    at >= floor &&
    (isOneOf(tokens[at], nameOpener) || (hit.name.kind === 'leader' && tokens[at]?.capital))
  )
    at -= 1
  if (at < floor) return false
  const word = tokens[at] as Token
  // ", with Arcadia claiming" opens a clause; "for Arcadian units to fire" names who fires.
  if (word.lower === 'with' && tokens[at - 1]?.text === ',') return false
  if (word.lower === 'for' && tokens.slice(hit.to, hit.to + 4).some((token) => token.lower === 'to'))
    return false
  if (word.lower === 'of') return !isOwnerOf(tokens, at, floor)
  return isOneOf(word, hiding) || isObject(tokens, hit, at)
}

/** "The withdrawal of Arcadian forces leaves …": the phrase acts as the one it names would. */
function isOwnerOf(tokens: readonly Token[], of: number, floor: number): boolean {
  if (!isOneOf(tokens[of - 1], owned)) return false
  let at = of - 2
  while (at >= floor && !words.determiner.has(tokens[at]?.lower ?? '') && of - at <= 4) at -= 1
  return !isOneOf(tokens[at - 1], hiding) || words.be.has(tokens[at - 1]?.lower ?? '')
}

/** "planning to invade Arcadia", "supporting Arcadia": the name is what the verb acts on. */
function isObject(tokens: readonly Token[], hit: ActorHit, at: number): boolean {
  if (words.auxiliary.has(tokens[hit.to]?.lower ?? '')) return false
  const word = tokens[at] as Token
  const determined = words.determiner.has(tokens[at + 1]?.lower ?? '')
  if (hit.name.kind === 'people' && tokens[hit.to]?.kind === 'word' && !determined) return false
  if (word.kind !== 'word' || word.capital) return false
  if (tokens[at - 1]?.lower === 'to') return true
  // "expects Arcadia to send": the name is the subject of what it is to do.
  if (tokens[hit.to]?.lower === 'to' && isOneOf(word, asking)) return false
  if (words.adverb.has(word.lower)) return false
  if (isAttributionVerb(word.lower)) return false
  return (
    /(?:ing|ed)$/.test(word.lower) ||
    (triggers.words.get(word.lower)?.value?.some(({ form }) => !form.noun) ?? false)
  )
}
