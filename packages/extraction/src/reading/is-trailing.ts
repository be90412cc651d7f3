import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import type { NameRange } from './name-range.ts'

const hearer = wordClass('hearer')
const nameArticle = wordClass('name-article')
const recently = wordClass('recently')
const telling = wordClass('telling')

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

function isHearer({ lower, capital, kind }: Token): boolean {
  return kind === 'word' && (capital || hearer.words.has(lower))
}
