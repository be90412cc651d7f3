import { attribution, isAttributionVerb } from '../lexicon/attribution.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Document } from '../text/document.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import { canName } from './can-name.ts'
import { nameAfter } from './name-after.ts'
import { nameBefore } from './name-before.ts'
import type { NameRange } from './name-range.ts'
import { readCount } from './read-count.ts'
import { readIssue } from './read-issue.ts'

const beOrHave = wordClass('be-or-have')
const doubtfulVerb = wordClass('doubtful-verb')
const estimated = wordClass('estimated')
const hearer = wordClass('hearer')
const invertedVerb = wordClass('inverted-verb')
const issuingParticiple = wordClass('issuing-participle')
const nameArticle = wordClass('name-article')
const negation = wordClass('negation')
const nounOrVerb = wordClass('noun-or-verb')
const passiveComplement = wordClass('passive-complement')
const putObject = wordClass('put-object')
const quoted = wordClass('quoted')
const recently = wordClass('recently')
const revisedCount = wordClass('revised-count')
const revising = wordClass('revising')
const saying = wordClass('saying')
const speechOpener = wordClass('speech-opener')
const telling = wordClass('telling')

/** A verb of saying or "according to" with the words that name the source. */
export type Attribution = {
  at: number
  name: NameRange
  /** Where what is said may stand: after the verb only, or anywhere in the sentence. */
  scope: 'after' | 'anywhere'
}

const longestWith = 9

/** Finds the statements credited to somebody in a sentence. */
export function findAttributions(document: Document, sentence: Sentence): Attribution[] {
  const { tokens } = document
  const found: Attribution[] = []
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const token = tokens[at] as Token
    if ((token.kinds & wordKind.attribution) === 0) continue
    const attributed =
      readQuoted(tokens, at, sentence) ??
      readPhrase(tokens, at, sentence) ??
      readCount(tokens, at, sentence) ??
      readIssue(tokens, at, sentence) ??
      readVerb(tokens, at, sentence, found.at(-1))
    if (attributed) found.push(attributed)
  }
  return found
}

/** "according to the ministry", "as reported by the agency". */
function readPhrase(tokens: readonly Token[], at: number, sentence: Sentence): Attribution | null {
  const phrase = findPhrase(attribution.phrases, tokens, at)
  if (phrase === null) return null
  if (tokens[at]?.lower === 'per') return null
  const name = nameAfter(tokens, at + phrase.length, sentence.to)
  const scope = isOneOf(tokens[at], issuingParticiple) ? 'after' : 'anywhere'
  return name ? { at, name, scope } : null
}

/** "raised its estimate of the force to N". */
function isRevision(tokens: readonly Token[], at: number): boolean {
  if (!isOneOf(tokens[at], revising)) return false
  return someOf(tokens, at + 1, at + 4, revisedCount)
}

/** "was quoted by the agency as saying": whoever is quoted. */
function readQuoted(tokens: readonly Token[], at: number, sentence: Sentence): Attribution | null {
  if (!isOneOf(tokens[at], quoted)) return null
  if (!words.be.has(tokens[at - 1]?.lower ?? '')) return null
  const speech = tokens
    .slice(at, Math.min(sentence.to, at + longestWith))
    .some(({ lower }, index, all) => lower === 'as' && isOneOf(all[index + 1], saying))
  return speech ? attributed(tokens, at - 1, sentence) : null
}

function attributed(tokens: readonly Token[], at: number, sentence: Sentence): Attribution | null {
  const name = nameBefore(tokens, at, sentence.from)
  return name && canName(tokens, name, false) ? { at, name, scope: 'after' } : null
}

function readVerb(
  tokens: readonly Token[],
  at: number,
  sentence: Sentence,
  last: Attribution | undefined,
): Attribution | null {
  const { lower } = tokens[at] as Token
  if (isRevision(tokens, at)) return attributed(tokens, at, sentence)
  if ((tokens[at] as Token).capital || !isAttributionVerb(lower) || !isVerbHere(tokens, at, sentence))
    return null
  // "…, he said, adding that": whoever spoke before.
  const opened = lower.endsWith('ing') ? withBefore(tokens, at, sentence.from) : null
  if (lower.endsWith('ing') && opened === null && !words.be.has(tokens[at - 1]?.lower ?? ''))
    return last ? { at, name: last.name, scope: 'after' } : null
  const before = nameBefore(tokens, at, opened === null ? sentence.from : opened + 1)
  if (before && canName(tokens, before, attribution.strong.has(lower)))
    return { at, name: before, scope: isTrailing(tokens, before, at, sentence) ? 'anywhere' : 'after' }
  if (!invertedVerb.words.has(lower)) return null
  const previous = tokens[at - 1]
  const opens = previous === undefined || at === sentence.from || /^["',–—-]$/.test(previous.text)
  const after = opens ? nameAfter(tokens, at + 1, sentence.to) : null
  return after ? { at, name: after, scope: 'anywhere' } : null
}

/** ", adding that", "is saying that", "with the ministry claiming that". */
function opensSpeech(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
  const previous = tokens[at - 1]?.lower ?? ''
  if (words.be.has(previous) || previous === 'while') return true
  return (/^[,–—-]$/.test(previous) && at > sentence.from) || withBefore(tokens, at, sentence.from) !== null
}

function withBefore(tokens: readonly Token[], at: number, floor: number): number | null {
  for (let from = at - 2; from > floor && at - from < longestWith; from -= 1) {
    if (tokens[from]?.text === ',') return null
    if (tokens[from]?.lower === 'with') return from
  }
  return null
}

/** "reports", "claims" and "estimates" are nouns after an article or before another verb. */
function isVerbHere(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
  const { lower } = tokens[at] as Token
  const previous = at > sentence.from ? (tokens[at - 1]?.lower ?? '') : ''
  const next = tokens[at + 1]
  if (lower.endsWith('ing')) return opensSpeech(tokens, at, sentence)
  // "is said to be", "an operation said to have taken a year": of what stands before.
  if (lower === 'said' && next?.lower === 'to' && isOneOf(tokens[at + 2], beOrHave)) return false
  // "did not say", "have not commented": nothing was said.
  if (negation.words.has(previous)) return false
  const since = previous === 'since' && words.auxiliary.has(tokens[at - 2]?.lower ?? '')
  if (previous === 'to' || words.determiner.has(previous) || (words.preposition.has(previous) && !since))
    return false
  if (words.be.has(previous)) return false
  if (next === undefined) return true
  if (nounOrVerb.words.has(lower) && isNounBefore(next)) return false
  if (lower === 'put' || lower === 'puts') return isOneOf(next, putObject) && countedSoon(tokens, at)
  // "estimated at", "described as", "confirmed by" are said of what stands before them.
  if (/ed$/.test(lower) && isOneOf(next, passiveComplement)) return false
  if (lower === 'state') return next.lower === 'that'
  return !doubtfulVerb.words.has(lower) || next.kind === 'mark' || isOneOf(next, speechOpener) || next.capital
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
  return tokens.slice(at + 1, at + 6).some((token) => isOneOf(token, estimated))
}

/** "…, the ministry said." and "Arcadia, she said, has …" cover what stands before them. */
function isTrailing(tokens: readonly Token[], name: NameRange, at: number, sentence: Sentence): boolean {
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

function isHearer({ lower, capital, kind }: Token): boolean {
  return kind === 'word' && (capital || hearer.words.has(lower))
}
