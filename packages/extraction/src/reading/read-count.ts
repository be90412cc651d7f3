import { attribution } from '../lexicon/attribution.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { coreOfName } from './core-of-name.ts'
import type { Attribution } from './find-attributions.ts'
import { nameAfter } from './name-after.ts'

const farthest = 8

/** "by the count of the ministry", "in their army's estimate", "the army's estimate is that". */
export function readCount(tokens: readonly Token[], at: number, sentence: Sentence): Attribution | null {
  const { lower } = tokens[at] as Token
  if (lower === 'based') return readBasis(tokens, at, sentence)
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
  const isSaid = /^(?:is|was)$/.test(next ?? '') && tokens[at + 2]?.lower === 'that'
  const name = isSaid ? coreOfName(tokens, sentence.from, at) : null
  return name && { at, name, scope: 'after' }
}

/** "based on last year's data from the ministry". */
function readBasis(tokens: readonly Token[], at: number, { to }: Sentence): Attribution | null {
  if (tokens[at + 1]?.lower !== 'on') return null
  for (let from = at + 3; from < Math.min(to, at + farthest); from += 1) {
    if (!/^(?:from|by)$/.test((tokens[from] as Token).lower)) continue
    if (!attribution.nouns.has((tokens[from - 1] as Token).lower)) return null
    const name = nameAfter(tokens, from + 1, to)
    return name && { at, name, scope: 'anywhere' }
  }
  return null
}

/** The "by" or "in" that opens the phrase. */
function openingBefore(tokens: readonly Token[], at: number, floor: number): number | null {
  for (let from = at - 1; from >= Math.max(floor, at - farthest); from -= 1) {
    const { lower, kind } = tokens[from] as Token
    if (/^(?:by|in|on)$/.test(lower)) return from
    if (kind === 'mark') return null
  }
  return null
}
