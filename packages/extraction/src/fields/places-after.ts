import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Mention } from '../mentions/mention.ts'
import type { SentenceReading } from '../reading/read-sentence.ts'
import type { Credit } from '../reading/read-sources.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { findPlaces, type Place, type PlacePhrase } from './find-places.ts'

const clauseOpener = wordClass('clause-opener')
const placeEnd = wordClass('place-end')

const reach = 24

/** A mention with what stands beside it in its sentence. */
export type Surroundings = {
  mention: Mention
  reading: SentenceReading
  mentions: readonly Mention[]
  credits: readonly Credit[]
}

/** The places named after a mention in its clause: its own, or those at the end of the list it stands in. */
export function placesAfter(
  document: Document,
  { mention, reading, mentions, credits }: Surroundings,
): Place[] {
  // "in Kursk, Ukraine said": the name before the verb is a speaker's.
  const speakers = credits.map(({ name }) => name.whole ?? name.from).filter((at) => at >= mention.to)
  const limit = Math.min(reading.sentence.to, mention.to + reach, ...speakers)
  const end = clauseEnd(document.tokens, mention.to, limit)
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
    if (token.text === ';' || isOneOf(token, placeEnd)) return at
    if (token.text === ',' && isOneOf(tokens[at + 1], clauseOpener)) return at
  }
  return limit
}
