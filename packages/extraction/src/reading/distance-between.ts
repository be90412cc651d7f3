import { isAttributionVerb } from '../lexicon/attribution.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Token } from '../text/token.ts'
import type { SentenceReading } from './read-sentence.ts'

const andOr = wordClass('and-or')
const clauseContrast = wordClass('clause-contrast')
const timeJoiner = wordClass('time-joiner')
const adverbs = words.adverb
const auxiliaries = words.auxiliary
const relatives = words.relative
const subordinators = words.subordinator
const prepositions = words.preposition

/** How far apart two places of a sentence are, as grammar counts: clauses weigh more than words. */
export function distanceBetween(
  tokens: readonly Token[],
  from: number,
  to: number,
  mentions: readonly Mention[],
  reading: SentenceReading,
  side: 'before' | 'after',
): number {
  let cost = 0
  for (let at = from; at < to; at += 1) cost += costOf(tokens, at, side, at === from)
  for (const mention of mentions)
    if (mention.from >= from && mention.to <= to) cost += side === 'before' ? 0.6 : 1.5
  for (const hit of reading.triggers) {
    if (hit.at >= from && hit.to <= to && hit.readings.some(({ form }) => form.finite || form.participle))
      cost += 1.2
  }
  return cost
}

function costOf(tokens: readonly Token[], at: number, side: 'before' | 'after', first: boolean): number {
  const token = tokens[at] as Token
  const { lower } = token
  if (token.kind === 'mark') return costOfMark(tokens, at)
  if (relatives.has(lower) && (lower !== 'that' || side === 'after'))
    return side === 'after' && first ? 0.1 : 2
  if (side === 'before' && (lower === 'that' || isAttributionVerb(lower))) return 4
  if (isOneOf(token, clauseContrast)) return 5
  if (subordinators.has(lower) && !prepositions.has(lower)) return 3
  if (isOneOf(token, andOr)) return 1
  if (isOneOf(token, timeJoiner)) return 2
  if (auxiliaries.has(lower)) return side === 'after' ? 0.05 : 1
  if (adverbs.has(lower)) return 0.1
  if (lower === 'of') return 0.15
  return prepositions.has(lower) ? 0.5 : 0.3
}

function costOfMark(tokens: readonly Token[], at: number): number {
  const mark = (tokens[at] as Token).text
  if (mark === ',') return 1.2
  if (mark === ';') return 6
  if (mark === ':') return 1.5
  if (mark === '–' || mark === '—' || mark === '(' || mark === ')') return 1
  return 0.2
}
