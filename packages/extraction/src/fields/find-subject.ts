import type { ActorHit, SentenceReading } from '../reading/read-sentence.ts'
import type { Token } from '../text/token.ts'

const hidden = new Set([
  'in',
  'to',
  'at',
  'against',
  'near',
  'on',
  'into',
  'with',
  'for',
  'along',
  'across',
  'toward',
  'towards',
  'from',
  'around',
  'over',
  'inside',
  'through',
  'between',
  'with',
  'alongside',
  'about',
  'off',
  'within',
  'of',
  'by',
  'across',
])
const openers = new Set([
  'the',
  'a',
  'an',
  'its',
  'their',
  'some',
  'both',
  'all',
  'eastern',
  'western',
  'northern',
  'southern',
  'central',
  'occupied',
  'neighboring',
  'neighbouring',
  'nearby',
])

/** The actor that stands as the subject before a place in the sentence: the nearest that no preposition hides. */
export function findSubject(
  reading: SentenceReading,
  tokens: readonly Token[],
  limit: number,
): ActorHit | null {
  const before = reading.actors.filter((hit) => hit.to <= limit)
  return before.findLast((hit) => !isHidden(tokens, hit)) ?? null
}

function isHidden(tokens: readonly Token[], hit: ActorHit): boolean {
  let at = hit.at - 1
  while (openers.has(tokens[at]?.lower ?? '')) at -= 1
  return hidden.has(tokens[at]?.lower ?? '')
}
