import { attribution, isAttributionVerb } from '../lexicon/attribution.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Document } from '../text/document.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import { canName } from './can-name.ts'
import { isTrailing, isVerbHere, withBefore } from './is-saying-verb.ts'
import { nameAfter } from './name-after.ts'
import { nameBefore } from './name-before.ts'
import type { NameRange } from './name-range.ts'
import { readCount } from './read-count.ts'
import { readIssue } from './read-issue.ts'

const invertedVerb = wordClass('inverted-verb')
const issuingParticiple = wordClass('issuing-participle')
const quoted = wordClass('quoted')
const revisedCount = wordClass('revised-count')
const revising = wordClass('revising')
const saying = wordClass('saying')

/** A verb of saying or "according to" with the words that name the source. */
export type Attribution = {
  at: number
  name: NameRange
  /** Where what is said may stand: after the verb only, or anywhere in the sentence. */
  scope: 'after' | 'anywhere'
}

const longestQuoting = 9

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
    .slice(at, Math.min(sentence.to, at + longestQuoting))
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
  if (!isOneOf(tokens[at], invertedVerb)) return null
  const previous = tokens[at - 1]
  const opens = previous === undefined || at === sentence.from || /^["',–—-]$/.test(previous.text)
  const after = opens ? nameAfter(tokens, at + 1, sentence.to) : null
  return after ? { at, name: after, scope: 'anywhere' } : null
}
