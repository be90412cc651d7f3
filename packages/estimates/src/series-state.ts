import type { CountedClaim } from './counted-claim.ts'
import type { SeriesClaim } from './estimate.ts'
import { insertSorted, removeSorted } from './sorted-list.ts'
import { byRecency, createTally, enter, leave, type Tally } from './tally.ts'

const WINDOW_MS = 90 * 24 * 3600 * 1000
/** How many claims a series keeps at the least of those that the window has passed. */
const LEAST_KEPT = 64

/**
 * The total claims of one basis of a series, kept so that one more or less costs little: a change touches the
 * claim itself and those that the window passes over, never all of the series.
 */
export type SeriesState = {
  /** All of them but those let go of, by publication and recording. */
  claims: CountedClaim[]
  /** Instant at which the window begins, in ms: it ends at the newest claim, so the clock has no say. */
  windowStart: number
  /** How many of the claims were published before the window, and so do not count. */
  passed: number
  /** When the newest of those was published that were let go of; null when none were. */
  forgottenUntil: number | null
  numbered: Tally
  vague: Tally
  /** Claims without a source, by report and numbers: of the copies of a text only the first says them. */
  unsourced: Map<string, CountedClaim[]>
  /** How many those are. None is let go of: a copy that comes years later is one all the same. */
  copies: number
}

/** A series without claims, in a place or OVERALL. */
export const createSeriesState = (place: string): SeriesState => ({
  claims: [],
  windowStart: Number.NEGATIVE_INFINITY,
  passed: 0,
  forgottenUntil: null,
  numbered: createTally(place),
  vague: createTally(place),
  unsourced: new Map(),
  copies: 0,
})

/** Adds a claim to a series. */
export function addClaim(state: SeriesState, counted: CountedClaim): void {
  if (counted.claim.origin !== null) admit(state, counted)
  else changeCopies(state, counted, (copies) => insertSorted(copies, counted, byPosition))
  moveWindow(state)
}

/** Takes a claim out of a series. */
export function removeClaim(state: SeriesState, counted: CountedClaim): void {
  if (counted.claim.origin !== null) dismiss(state, counted)
  else changeCopies(state, counted, (copies) => removeSorted(copies, counted, byPosition))
  moveWindow(state)
}

/** What counts of a series now: numbered claims where there are any, vague ones otherwise. */
export const tallyThatCounts = ({ numbered, vague }: SeriesState): Tally =>
  numbered.claims > 0 ? numbered : vague

/** The claims that count, by publication and recording. */
export function claimsThatCount(state: SeriesState): SeriesClaim[] {
  const tally = tallyThatCounts(state)
  const counting = state.claims.filter((each) => isInWindow(state, each) && tallyOf(state, each) === tally)
  return counting.map(({ claim }) => claim)
}

/** The claim published last of those that count; undefined when none does. */
export function newestThatCounts(state: SeriesState, tally: Tally): SeriesClaim | undefined {
  const { claims } = state
  let index = claims.length - 1
  while (index >= 0 && tallyOf(state, claims[index] as CountedClaim) !== tally) index--
  return claims[index]?.claim
}

/**
 * Lets go of the claims that were published more than a second window before the window, or would be if so many claims
 * were taken out. Only if the window went back as far would they count once more; `mayGoBack` tells before.
 */
export function forgetPassed(state: SeriesState, removals: number): void {
  const { claims, windowStart, passed } = state
  const until = Math.min(windowStart, newestWithout(claims, removals)) - WINDOW_MS
  let gone = 0
  while (gone < passed - LEAST_KEPT && (claims[gone]?.time ?? 0) < until) gone++
  const last = claims[gone - 1]
  if (!last) return
  // What is let go of later may be older: it came late.
  state.forgottenUntil = Math.max(last.time, state.forgottenUntil ?? last.time)
  claims.splice(0, gone)
  state.passed -= gone
}

/** Whether the window could go back to what was let go of, if so many claims were taken out. */
export function mayGoBack({ claims, forgottenUntil }: SeriesState, removals: number): boolean {
  return forgottenUntil !== null && newestWithout(claims, removals) - WINDOW_MS <= forgottenUntil
}

/** When the newest claim was published at the least, if so many were taken out. */
const newestWithout = (claims: CountedClaim[], removals: number): number =>
  claims[claims.length - 1 - removals]?.time ?? Number.NEGATIVE_INFINITY

/** By which copies of a claim without a source are found. */
export const copyKey = ({ reportId, low, high }: SeriesClaim): string => `${reportId} ${low} ${high}`

/** A claim without a source in a copied text is the first outlet's: the copies say nothing new. */
function changeCopies(
  state: SeriesState,
  { claim }: CountedClaim,
  change: (copies: CountedClaim[]) => void,
): void {
  const key = copyKey(claim)
  const copies = state.unsourced.get(key) ?? []
  for (const copy of ofFirstArticle(copies)) dismiss(state, copy)
  state.copies -= copies.length
  change(copies)
  state.copies += copies.length
  for (const copy of ofFirstArticle(copies)) admit(state, copy)
  if (copies.length > 0) state.unsourced.set(key, copies)
  else state.unsourced.delete(key)
}

const ofFirstArticle = (copies: CountedClaim[]): CountedClaim[] =>
  copies.filter(({ claim }) => claim.articleId === copies[0]?.claim.articleId)

function admit(state: SeriesState, counted: CountedClaim): void {
  insertSorted(state.claims, counted, byRecency)
  if (isInWindow(state, counted)) enter(tallyOf(state, counted), counted)
  else state.passed++
}

function dismiss(state: SeriesState, counted: CountedClaim): void {
  if (!removeSorted(state.claims, counted, byRecency)) return
  if (isInWindow(state, counted)) leave(tallyOf(state, counted), counted)
  else state.passed--
}

/** Lets go of the claims that the window passes, or takes back those that it uncovers again. */
function moveWindow(state: SeriesState): void {
  const newest = state.claims.at(-1)
  state.windowStart = newest ? newest.time - WINDOW_MS : Number.NEGATIVE_INFINITY
  const { forgottenUntil } = state
  if (forgottenUntil !== null && state.windowStart <= forgottenUntil)
    throw new Error('claims that were let go of count once more')
  for (let each = state.claims[state.passed]; each && !isInWindow(state, each); ) {
    leave(tallyOf(state, each), each)
    each = state.claims[++state.passed]
  }
  for (let each = state.claims[state.passed - 1]; each && isInWindow(state, each); ) {
    enter(tallyOf(state, each), each)
    each = state.claims[--state.passed - 1]
  }
}

const isInWindow = ({ windowStart }: SeriesState, { time }: CountedClaim): boolean => time >= windowStart

const tallyOf = ({ numbered, vague }: SeriesState, { claim }: CountedClaim): Tally =>
  claim.qualifier === 'vague' ? vague : numbered

const byPosition = (a: CountedClaim, b: CountedClaim): number => a.position - b.position
