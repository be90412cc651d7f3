import iso from 'i18n-iso-countries/index.js'
import { actors } from '../lexicon/actors.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { findRegionCode, placeWords } from '../lexicon/places.ts'
import { words } from '../lexicon/words.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'
import { slug } from './slug.ts'

/** A place as written and its identity. */
export type Place = { name: string; id: string }

const reach = 24
const mostPlaces = 4
const articles = /^(?:the|its|their|a|neighboring|neighbouring|nearby)$/

/** The places a mention stands in or is going to: the names after a preposition of place in its clause. */
export function resolvePlaces(document: Document, context: MentionContext): Place[] {
  const { mention, reading, governor } = context
  const { tokens } = document
  const places: Place[] = []
  const start = Math.max(mention.to, 0)
  const end = clauseEnd(tokens, start, Math.min(reading.sentence.to, start + reach))
  for (let at = start; at < end && places.length < mostPlaces; at += 1) {
    const found = readPlace(document, at, end)
    if (found === null) continue
    places.push(...found.places)
    at = found.to - 1
  }
  if (places.length > 0 || governor?.side !== 'before') return places
  for (let at = governor.hit.to; at < mention.from; at += 1) {
    const found = readPlace(document, at, mention.from)
    if (found) return found.places
  }
  return places
}

function clauseEnd(tokens: readonly Token[], start: number, limit: number): number {
  for (let at = start; at < limit; at += 1) {
    const token = tokens[at] as Token
    if (
      token.text === ';' ||
      /^(?:while|but|said|says|which|who|according|amid|because|when)$/.test(token.lower)
    )
      return at
  }
  return limit
}

/** "in the Kursk region", "to Romania, Poland and Germany". */
function readPlace(document: Document, at: number, end: number): { places: Place[]; to: number } | null {
  const { tokens } = document
  if (!placeWords.prepositions.has(tokens[at]?.lower ?? '') || tokens[at]?.lower === 'of') return null
  const places: Place[] = []
  let next = at + 1
  for (;;) {
    const name = readName(document, next, end)
    if (name === null) return places.length > 0 ? { places, to: next } : null
    places.push(name.place)
    next = name.to
    const joint =
      tokens[next]?.text === ',' && tokens[next + 1]?.lower === 'and'
        ? 2
        : /^(?:,|and)$/.test(tokens[next]?.lower ?? '')
          ? 1
          : 0
    if (joint === 0 || !tokens[next + joint]?.capital || places.length >= mostPlaces)
      return { places, to: next }
    next += joint
  }
}

function readName(document: Document, start: number, end: number): { place: Place; to: number } | null {
  const { tokens } = document
  let from = start
  while (from < end && articles.test(tokens[from]?.lower ?? '')) from += 1
  let to = from
  while (to < end && placeWords.directions.has(tokens[to]?.lower ?? '')) to += 1
  const capitals = to
  while (to < end && isNamePart(tokens[to] as Token)) to += 1
  if (to === capitals) return null
  if (placeWords.kinds.has(tokens[to]?.lower ?? '') && to < end) to += 1
  const name = document.text
    .slice((tokens[from] as Token).start, (tokens[to - 1] as Token).end)
    .replace(/\s+/g, ' ')
  return isTime(tokens[capitals] as Token) || isBody(tokens, capitals)
    ? null
    : { place: { name, id: identify(document, from, capitals, to) }, to }
}

function isNamePart(token: Token): boolean {
  return token.kind === 'word' && token.capital && !isTime(token)
}

function isTime(token: Token): boolean {
  return words.weekday.has(token.lower) || words.month.has(token.lower)
}

function isBody(tokens: readonly Token[], at: number): boolean {
  const found = findPhrase(actors, tokens, at)
  return (
    found !== null &&
    (found.value.family !== 'state' || found.value.kind === 'leader' || found.value.kind === 'people')
  )
}

function identify(document: Document, start: number, capitals: number, to: number): string {
  const { tokens, text } = document
  // "North Korea" and "South Kivu" are names, "northern Israel" is Israel.
  const whole = findPhrase(actors, tokens, start)
  const actor = whole?.value.kind === 'name' ? whole : findPhrase(actors, tokens, capitals)
  const full = findRegionCode(text.slice((tokens[start] as Token).start, (tokens[to - 1] as Token).end))
  // Niger is a state before it is a state of Nigeria.
  if (full !== null && whole?.value.kind !== 'name') return full
  const from = capitals
  const wholeName = text.slice((tokens[from] as Token).start, (tokens[to - 1] as Token).end)
  const region = findRegionCode(wholeName) ?? findRegionCode((tokens[from] as Token).text)
  if (region !== null && actor?.value.kind !== 'name') return region
  if (actor && actor.value.kind === 'name' && actor.value.id.length === 3)
    return iso.alpha3ToAlpha2(actor.value.id) ?? slug(wholeName)
  return slug(wholeName) || 'unknown'
}
