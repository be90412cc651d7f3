import { isAttributionVerb } from '../lexicon/attribution.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import type { NameRange } from './name-range.ts'

const beOrHave = wordClass('be-or-have')
const doubtfulVerb = wordClass('doubtful-verb')
const estimated = wordClass('estimated')
const negation = wordClass('negation')
const nounOrVerb = wordClass('noun-or-verb')
const passiveComplement = wordClass('passive-complement')
const putObject = wordClass('put-object')
const speechOpener = wordClass('speech-opener')
const hearer = wordClass('hearer')
const nameArticle = wordClass('name-article')
const recently = wordClass('recently')
const telling = wordClass('telling')

/** ", adding that", "is saying that", "with the ministry claiming that". */
function opensSpeech(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
  const previous = tokens[at - 1]?.lower ?? ''
  if (words.be.has(previous) || previous === 'while') return true
  return (/^[,–—-]$/.test(previous) && at > sentence.from) || withBefore(tokens, at, sentence.from) !== null
}

const longestWith = 9

/** Where the "with" stands that opens "with the ministry claiming"; null when there is none. */
export function withBefore(tokens: readonly Token[], at: number, floor: number): number | null {
  for (let from = at - 2; from > floor && at - from < longestWith; from -= 1) {
    if (tokens[from]?.text === ',') return null
    if (tokens[from]?.lower === 'with') return from
  }
  return null
}

/** "reports", "claims" and "estimates" are nouns after an article or before another verb. */
export function isVerbHere(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
  const { lower } = tokens[at] as Token
  const previous = at > sentence.from ? (tokens[at - 1]?.lower ?? '') : ''
  const next = tokens[at + 1]
  if (lower.endsWith('ing')) return opensSpeech(tokens, at, sentence)
  // "is said to be", "an operation said to have taken a year": of what stands before.
  if (lower === 'said' && next?.lower === 'to' && isOneOf(tokens[at + 2], beOrHave)) return false
  // "did not say", "have not commented": nothing was said.
  if (at > sentence.from && isOneOf(tokens[at - 1], negation)) return false
  const since = previous === 'since' && words.auxiliary.has(tokens[at - 2]?.lower ?? '')
  if (previous === 'to' || words.determiner.has(previous) || (words.preposition.has(previous) && !since))
    return false
  if (words.be.has(previous)) return false
  if (next === undefined) return true
  if (isOneOf(tokens[at], nounOrVerb) && isNounBefore(next)) return false
  if (lower === 'put' || lower === 'puts') return isOneOf(next, putObject) && countedSoon(tokens, at)
  // "estimated at", "described as", "confirmed by" are said of what stands before them.
  if (/ed$/.test(lower) && isOneOf(next, passiveComplement)) return false
  if (lower === 'state') return next.lower === 'that'
  return (
    !isOneOf(tokens[at], doubtfulVerb) || next.kind === 'mark' || isOneOf(next, speechOpener) || next.capital
  )
}

function isNounBefore(next: Token): boolean {
  return (
    isAttributionVerb(next.lower) ||
    words.auxiliary.has(next.lower) ||
    next.lower === 'of' ||
    next.lower === 'from' ||
    next.lower === 'by'
  )
}

function countedSoon(tokens: readonly Token[], at: number): boolean {
  return someOf(tokens, at + 1, at + 6, estimated)
}

/** "…, the ministry said." and "Arcadia, she said, has …" cover what stands before them. */
export function isTrailing(
  tokens: readonly Token[],
  name: NameRange,
  at: number,
  sentence: Sentence,
): boolean {
  const start = Math.min(name.from, name.whole ?? name.from)
  if (start <= sentence.from) return false
  let at0 = start - 1
  while (at0 > sentence.from && isOneOf(tokens[at0], nameArticle)) at0 -= 1
  const before = tokens[at0] as Token
  if (!/^[,"–—'-]$/.test(before.text)) return false
  const next = tokens[skipHearer(tokens, at, sentence.to)]
  if (next === undefined || at + 1 >= sentence.to) return true
  if (next.kind === 'mark') return true
  return (
    words.preposition.has(next.lower) ||
    words.weekday.has(next.lower) ||
    words.adverb.has(next.lower) ||
    isOneOf(next, recently) ||
    before.text === '"'
  )
}

/** "told the Associated Press": the words for whoever was told. */
function skipHearer(tokens: readonly Token[], verb: number, limit: number): number {
  let at = verb + 1
  if (!isOneOf(tokens[verb], telling)) return at
  while (at < Math.min(limit, verb + 6) && isHearer(tokens[at] as Token)) at += 1
  return at
}

function isHearer(token: Token): boolean {
  return token.kind === 'word' && (token.capital || isOneOf(token, hearer))
}
