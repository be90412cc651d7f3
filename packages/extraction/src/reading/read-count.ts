import { attribution } from '../lexicon/attribution.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { coreOfName } from './core-of-name.ts'
import type { Attribution } from './find-attributions.ts'
import { nameAfter } from './name-after.ts'

const byOrFrom = wordClass('by-or-from')
const countPreposition = wordClass('count-preposition')
const isOrWas = wordClass('is-or-was')
const reportOpener = wordClass('report-opener')

const farthest = 8

/** "by the count of the ministry", "in their army's estimate", "the army's estimate is that". */
export function readCount(tokens: readonly Token[], at: number, sentence: Sentence): Attribution | null {
  const { lower } = tokens[at] as Token
  if (lower === 'based') return readBasis(tokens, at, sentence)
  const issued = readIssued(tokens, at, sentence)
  if (issued !== null) return issued
  if (!attribution.counts.has(lower)) return null
  const opening = openingBefore(tokens, at, sentence.from)
  const next = tokens[at + 1]?.lower
  if (opening !== null && next === 'of') {
    const name = nameAfter(tokens, at + 2, sentence.to)
    return name && { at, name, scope: 'anywhere' }
  }
  const owned = /'s?$/.test(tokens[at - 1]?.lower ?? '')
  if (!owned) return null
  if (opening !== null) {
    const name = coreOfName(tokens, opening + 1, at)
    return name && { at, name, scope: 'anywhere' }
  }
  const isSaid = isOrWas.words.has(next ?? '') && tokens[at + 2]?.lower === 'that'
  const name = isSaid ? coreOfName(tokens, sentence.from, at) : null
  return name && { at, name, scope: 'after' }
}

/** "In a recent update from the ministry, …": whoever issued it. */
function readIssued(tokens: readonly Token[], at: number, sentence: Sentence): Attribution | null {
  const opens = attribution.nouns.has((tokens[at] as Token).lower) && at - sentence.from < farthest
  if (!opens || !isOneOf(tokens[at + 1], byOrFrom)) return null
  if (!isOneOf(tokens[sentence.from], reportOpener)) return null
  const name = nameAfter(tokens, at + 2, sentence.to)
  return name && { at, name, scope: 'after' }
}

/** "based on last year's data from the ministry", "based on Arcadian assessments". */
function readBasis(tokens: readonly Token[], at: number, { to }: Sentence): Attribution | null {
  if (tokens[at + 1]?.lower !== 'on') return null
  for (let noun = at + 2; noun < Math.min(to, at + farthest); noun += 1) {
    const { lower, kind } = tokens[noun] as Token
    if (kind === 'mark') return null
    if (!attribution.nouns.has(lower)) continue
    const next = tokens[noun + 1]?.lower ?? ''
    const name = byOrFrom.words.has(next)
      ? nameAfter(tokens, noun + 2, to)
      : isNamed(tokens, at + 2, noun) && { from: at + 2, to: noun + 1 }
    return name ? { at, name, scope: 'anywhere' } : null
  }
  return null
}

function isNamed(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => token.capital || attribution.sources.has(token.lower))
}

/** The "by" or "in" that opens the phrase. */
function openingBefore(tokens: readonly Token[], at: number, floor: number): number | null {
  for (let from = at - 1; from >= Math.max(floor, at - farthest); from -= 1) {
    const { lower, kind } = tokens[from] as Token
    if (countPreposition.words.has(lower)) return from
    if (kind === 'mark') return null
  }
  return null
}
