import type { Estimate, SeriesClaim } from './estimate.ts'
import { OVERALL } from './place.ts'
import { readEstimate } from './read-estimate.ts'
import { sameEstimate } from './same-estimate.ts'
import { addClaim, createSeriesState, removeClaim, type SeriesState } from './series-state.ts'

/** A topic in one place, or overall. */
export type Series = { topic: string; place: string }

/** `estimate` counts what is, `outlook` what is expected or possible. */
export type Basis = 'estimate' | 'outlook'

/** One estimate before and after. */
export type EstimateChange = Series & { basis: Basis; before: Estimate | null; after: Estimate | null }

/** A claim that came (`before` is null), went (`after` is null), or says something else than it did. */
export type ClaimDifference = { before: SeriesClaim | null; after: SeriesClaim | null }

type Entry = Series & { basis: Basis; state: SeriesState; estimate: Estimate | null }

/** All that the rule needs to know of one topic: its series by basis and place, each with its estimate. */
export type TopicBook = Map<string, Entry>

/** The book of a topic with these live claims; the order in which they are given does not matter. */
export function openTopicBook(claims: SeriesClaim[]): TopicBook {
  const book: TopicBook = new Map()
  for (const claim of claims) for (const entry of entriesOf(book, claim)) addClaim(entry.state, claim)
  for (const entry of book.values()) entry.estimate = readEstimate(entry.state)
  return book
}

/**
 * Takes what became of a claim into the book of its topic. Answers with every estimate that is not as it was,
 * overall first, then by place. This fold makes the projection, answers for the past and stands in the tests.
 */
export function foldChange(book: TopicBook, { before, after }: ClaimDifference): EstimateChange[] {
  const left = before ? entriesOf(book, before) : []
  const joined = after ? entriesOf(book, after) : []
  for (const { state } of left) removeClaim(state, before as SeriesClaim)
  for (const { state } of joined) addClaim(state, after as SeriesClaim)
  return [...new Set([...left, ...joined])].sort(inOrder).flatMap(revise)
}

/** The series that a claim moves: none for a part of a force or a denial. */
function entriesOf(book: TopicBook, claim: SeriesClaim): Entry[] {
  const { topic, extent, status, placeIds } = claim
  if (topic === null || extent === 'part' || status === 'denied') return []
  const basis: Basis = status === 'actual' ? 'estimate' : 'outlook'
  return [OVERALL, ...new Set(placeIds)].map((place) => entryOf(book, topic, place, basis))
}

function entryOf(book: TopicBook, topic: string, place: string, basis: Basis): Entry {
  const key = `${basis} ${place}`
  const known = book.get(key)
  if (known) return known
  const entry = { topic, place, basis, state: createSeriesState(place), estimate: null }
  book.set(key, entry)
  return entry
}

function revise(entry: Entry): EstimateChange[] {
  const { topic, place, basis, state, estimate: before } = entry
  const after = readEstimate(state)
  if (sameEstimate(before, after)) return []
  entry.estimate = after
  return [{ topic, place, basis, before, after }]
}

/** By basis, overall before all places, then by the bytes of the place id: the same on every machine. */
function inOrder(a: Entry, b: Entry): number {
  if (a.basis !== b.basis) return a.basis < b.basis ? -1 : 1
  if (a.place === b.place) return 0
  if (a.place === OVERALL || b.place === OVERALL) return a.place === OVERALL ? -1 : 1
  return a.place < b.place ? -1 : 1
}
