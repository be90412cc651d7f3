import { actors } from '../lexicon/actors.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { placeWords } from '../lexicon/places.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { identifyPlace } from './identify-place.ts'

const commaOrAnd = wordClass('comma-or-and')
const noPlace = wordClass('no-place')
const placeOpener = wordClass('place-opener')

/** A place as written and its identity. */
export type Place = { name: string; id: string }
/** Places that one preposition introduces, and the tokens that it runs over. */
export type PlacePhrase = { at: number; to: number; places: Place[] }

type Name = { place: Place; to: number }

const mostPlaces = 4
const partOf = 4
// Out here, for it would be compiled at each call.
const acronym = /^\p{Lu}\p{L}?\p{Lu}{1,3}$/u

/** The places that prepositions introduce in a run of tokens: "in the Kursk region", "to Romania and Poland". */
export function findPlaces(document: Document, from: number, to: number): PlacePhrase[] {
  const found: PlacePhrase[] = []
  for (let at = from; at < to; at += 1) {
    if (!opensPlace(document.tokens, at)) continue
    const phrase = readNames(document, at + 1, to)
    if (phrase === null) continue
    found.push({ at, ...phrase })
    at = phrase.to - 1
  }
  return found
}

function opensPlace(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? ''
  if (word === 'with') return placeWords.borders.has(tokens[at - 1]?.lower ?? '')
  return placeWords.prepositions.has(word) && !isOneOf(tokens[at - 1], noPlace)
}

function readNames(document: Document, start: number, end: number): { places: Place[]; to: number } | null {
  const { tokens } = document
  const places: Place[] = []
  let next = start
  while (places.length < mostPlaces) {
    const name = readName(document, next, end)
    if (name === null) break
    places.push(name.place)
    next = name.to
    const joint = jointAt(tokens, next)
    if (joint === 0 || !tokens[next + joint]?.capital) break
    next += joint
  }
  return places.length > 0 ? { places, to: next } : null
}

function jointAt(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text === ',' && tokens[at + 1]?.lower === 'and') return 2
  return isOneOf(tokens[at], commaOrAnd) ? 1 : 0
}

function readName(document: Document, start: number, end: number): Name | null {
  const { tokens } = document
  let from = start
  while (from < end && isOneOf(tokens[from], placeOpener)) from += 1
  const inner = afterPartOf(tokens, from, end)
  if (inner !== null) return readName(document, inner, end)
  const name = nameAt(document, from, end)
  if (name === null || tokens[name.to]?.lower !== "'s") return name
  return readOwned(document, name, end)
}

/** "parts of eastern Ukraine", "the Russian region of Kursk": the name stands after "of". */
function afterPartOf(tokens: readonly Token[], from: number, end: number): number | null {
  for (let at = from; at < Math.min(end, from + partOf); at += 1) {
    const token = tokens[at] as Token
    if (token.kind !== 'word') return null
    if (tokens[at + 1]?.lower !== 'of') continue
    return placeWords.kinds.has(token.lower) || placeWords.parts.has(token.lower) ? at + 2 : null
  }
  return null
}

/** "Russia's Kursk region" is Kursk, "Ukraine's border" is Ukraine, and "Ukraine's army" is no place. */
function readOwned(document: Document, owner: Name, end: number): Name | null {
  const { tokens } = document
  const owned = nameAt(document, owner.to + 1, end)
  if (owned !== null) return owned
  return placeWords.borders.has(tokens[owner.to + 1]?.lower ?? '') ? { ...owner, to: owner.to + 2 } : null
}

function nameAt(document: Document, from: number, end: number): Name | null {
  const { tokens, text } = document
  let capitals = from
  while (capitals < end && placeWords.directions.has(tokens[capitals]?.lower ?? '')) capitals += 1
  let to = capitals
  while (to < end && isNamePart(tokens[to] as Token)) to += 1
  if (to === capitals) return null
  const hasKind = to < end && placeWords.kinds.has(tokens[to]?.lower ?? '')
  const last = tokens[to - 1] as Token
  if (
    placeWords.bodies.has(last.lower) ||
    isAcronym(tokens, capitals, to) ||
    (!hasKind && isBody(tokens, capitals))
  )
    return null
  if (hasKind) to += 1
  const name = text.slice((tokens[from] as Token).start, (tokens[to - 1] as Token).end).replace(/\s+/g, ' ')
  return { place: { name, id: identifyPlace(document, from, capitals, to) }, to }
}

function isNamePart(token: Token): boolean {
  return token.kind === 'word' && token.capital && !isTime(token) && !/-based$|\d/.test(token.lower)
}

/** "to the MoD": letters that stand for no state stand for a body. */
function isAcronym(tokens: readonly Token[], at: number, to: number): boolean {
  return to - at === 1 && acronym.test(tokens[at]?.text ?? '') && findPhrase(actors, tokens, at) === null
}

function isTime(token: Token): boolean {
  return words.weekday.has(token.lower) || words.month.has(token.lower)
}

/** Names of leaders, peoples and organisations are no places. */
function isBody(tokens: readonly Token[], at: number): boolean {
  const value = findPhrase(actors, tokens, at)?.value
  return (
    value !== undefined && (value.family !== 'state' || value.kind === 'leader' || value.kind === 'people')
  )
}
