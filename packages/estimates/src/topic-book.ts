import { type CountedClaim, countedClaim } from './counted-claim.ts'
import type { Estimate, SeriesClaim } from './estimate.ts'
import { OVERALL } from './place.ts'
import { readEstimate } from './read-estimate.ts'
import { sameEstimate } from './same-estimate.ts'
import {
  addClaim,
  copyKey,
  createSeriesState,
  forgetPassed,
  mayGoBack,
  removeClaim,
  type SeriesState,
} from './series-state.ts'

/** A topic in one place, or overall. */
export type Series = { topic: string; place: string }

/** `estimate` counts what is, `outlook` what is expected or possible. */
export type Basis = 'estimate' | 'outlook'

/** One estimate before and after. */
export type EstimateChange = Series & { basis: Basis; before: Estimate | null; after: Estimate | null }

/** A claim that came (`before` is null), went (`after` is null), or says something else than it did. */
export type ClaimDifference = { before: SeriesClaim | null; after: SeriesClaim | null }

/** A series with its estimate as it stands. */
export type Entry = Series & { basis: Basis; state: SeriesState; estimate: Estimate | null }

/** All that the rule needs to know of one topic: its series by basis and place, each with its estimate. */
export type TopicBook = Map<string, Entry>

/** The book of a topic with these live claims; the order in which they are given does not matter. */
export function openTopicBook(claims: SeriesClaim[]): TopicBook {
  const book: TopicBook = new Map()
  for (const claim of claims) change(book, claim, addClaim)
  for (const entry of book.values()) entry.estimate = readEstimate(entry.state)
  return book
}

/**
 * Takes what became of a claim into the book of its topic. Answers with every estimate that is not as it was,
 * overall first, then by place; `onRevised` is told of each series. This fold makes the projection, answers for the past and stands in the tests.
 */
export function foldChange(
  book: TopicBook,
  { before, after }: ClaimDifference,
  onRevised?: (entry: Entry) => void,
): EstimateChange[] {
  const left = before ? change(book, before, removeClaim) : []
  const joined = after ? change(book, after, addClaim) : []
  const changes: EstimateChange[] = []
  for (const entry of inOrder(left, joined)) {
    const { topic, place, basis, state, estimate } = entry
    const now = readEstimate(state)
    if (sameEstimate(estimate, now)) continue
    entry.estimate = now
    onRevised?.(entry)
    changes.push({ topic, place, basis, before: estimate, after: now })
  }
  return changes
}

/** About how many claims a book holds. */
export function claimsInBook(book: TopicBook): number {
  let claims = 0
  for (const { place, state } of book.values())
    if (place === OVERALL) claims += Math.max(state.claims.length, state.copies)
  return claims
}

/**
 * How many claims these changes take out of a series of their topic at the most: one without a source may take the place
 * of its copies, or give it up to them. What the same changes brought is not counted.
 */
export function mostRemovals(book: TopicBook, changes: ClaimDifference[]): number {
  const came = new Set<SeriesClaim | null>()
  const copied = new Set<string>()
  let removals = 0
  for (const { before, after } of changes) {
    if (before && before.origin !== null && !came.has(before)) removals++
    for (const claim of [before, after]) if (claim?.origin === null) copied.add(copyKey(claim))
    came.add(after)
  }
  for (const { place, state } of book.values())
    if (place === OVERALL) for (const key of copied) removals += state.unsourced.get(key)?.length ?? 0
  return removals
}

/** Lets go of the claims that no series of a book needs, also if so many claims are taken out of it. */
export function forgetPassedClaims(book: TopicBook, removals: number): void {
  for (const { state } of book.values()) forgetPassed(state, removals)
}

/** Whether a book may need what it let go of, when so many of its claims are taken out. */
export function mayNeedForgotten(book: TopicBook, removals: number): boolean {
  if (removals === 0) return false
  for (const { state } of book.values()) if (mayGoBack(state, removals)) return true
  return false
}

/** Changes the series that a claim moves: none for a part of a force or a denial. */
function change(
  book: TopicBook,
  claim: SeriesClaim,
  apply: (state: SeriesState, counted: CountedClaim) => void,
): Entry[] {
  const { topic, extent, status, placeIds } = claim
  if (topic === null || extent === 'part' || status === 'denied') return []
  const basis: Basis = status === 'actual' ? 'estimate' : 'outlook'
  const counted = countedClaim(claim)
  const entries = [entryOf(book, topic, OVERALL, basis)]
  for (const place of new Set(placeIds)) entries.push(entryOf(book, topic, place, basis))
  for (const { state } of entries) apply(state, counted)
  return entries
}

function entryOf(book: TopicBook, topic: string, place: string, basis: Basis): Entry {
  const key = `${basis} ${place}`
  const known = book.get(key)
  if (known) return known
  const entry = { topic, place, basis, state: createSeriesState(place), estimate: null }
  book.set(key, entry)
  return entry
}

/** By basis, overall before all places, then by the bytes of the place id: the same on every machine. */
function inOrder(left: Entry[], joined: Entry[]): Entry[] {
  const entries = left.length === 0 ? joined : [...new Set([...left, ...joined])]
  return entries.length > 1 ? entries.sort(compareEntries) : entries
}

function compareEntries(a: Entry, b: Entry): number {
  if (a.basis !== b.basis) return a.basis < b.basis ? -1 : 1
  if (a.place === b.place) return 0
  if (a.place === OVERALL || b.place === OVERALL) return a.place === OVERALL ? -1 : 1
  return a.place < b.place ? -1 : 1
}
