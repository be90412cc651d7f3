import type { Mention } from '../mentions/mention.ts'
import type { Document } from '../text/document.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { findPlaces, type Place, type PlacePhrase } from './find-places.ts'

const reach = 24
const clauseEnds = /^(?:while|but|said|says|which|who|whom|according|amid|because|when|compared)$/
const clauseStarts = /^(?:as|where|after|before)$/

/** The places named after a mention in its clause: its own, or those at the end of the list it stands in. */
export function placesAfter(
  document: Document,
  mention: Mention,
  sentence: Sentence,
  mentions: readonly Mention[],
): Place[] {
  const end = clauseEnd(document.tokens, mention.to, Math.min(sentence.to, mention.to + reach))
  const phrases = findPlaces(document, mention.to, end)
  const next = mentions.find(({ from }) => from >= mention.to)?.from ?? end
  const own = phrases.filter(({ at }) => at < next)
  return joined(document.tokens, own.length > 0 ? own : phrases)
}

/** The first phrase and what is added to it after a comma; "near Goma in North Kivu" is Goma. */
function joined(tokens: readonly Token[], [first, ...others]: readonly PlacePhrase[]): Place[] {
  if (!first) return []
  const isAdded = ({ at }: PlacePhrase) =>
    tokens.slice(first.to, at).some(({ text }) => text === ',' || text === 'and')
  return [...first.places, ...others.filter(isAdded).flatMap(({ places }) => places)]
}

function clauseEnd(tokens: readonly Token[], start: number, limit: number): number {
  for (let at = start; at < limit; at += 1) {
    const token = tokens[at] as Token
    if (token.text === ';' || clauseEnds.test(token.lower)) return at
    if (token.text === ',' && clauseStarts.test(tokens[at + 1]?.lower ?? '')) return at
  }
  return limit
}
