import type { SeriesClaim } from './estimate.ts'
import { insertSorted, removeSorted } from './sorted-list.ts'
import { createTally, enter, leave, type Tally } from './tally.ts'

const WINDOW_MS = 90 * 24 * 3600 * 1000

/**
 * The total claims of one basis of a series, kept so that one more or less costs little: a change touches the
 * claim itself and those that the window passes over, never all of the series.
 */
export type SeriesState = {
  /** All of them, by publication and recording. */
  claims: SeriesClaim[]
  /** Instant at which the window begins, in ms: it ends at the newest claim, so the clock has no say. */
  windowStart: number
  /** How many of the claims were published before the window, and so do not count. */
  passed: number
  numbered: Tally
  vague: Tally
  /** Claims without a source, by report and numbers: of the copies of a text only the first says them. */
  unsourced: Map<string, SeriesClaim[]>
}

/** A series without claims, in a place or OVERALL. */
export const createSeriesState = (place: string): SeriesState => ({
  claims: [],
  windowStart: Number.NEGATIVE_INFINITY,
  passed: 0,
  numbered: createTally(place),
  vague: createTally(place),
  unsourced: new Map(),
})

/** Adds a claim to a series. */
export function addClaim(state: SeriesState, claim: SeriesClaim): void {
  if (claim.origin !== null) admit(state, claim)
  else changeCopies(state, claim, (copies) => insertSorted(copies, claim, byPosition))
}

/** Takes a claim out of a series. */
export function removeClaim(state: SeriesState, claim: SeriesClaim): void {
  if (claim.origin !== null) dismiss(state, claim)
  else changeCopies(state, claim, (copies) => removeSorted(copies, claim, byPosition))
}

/** What counts of a series now: numbered claims where there are any, vague ones otherwise. */
export const tallyThatCounts = ({ numbered, vague }: SeriesState): Tally =>
  numbered.claims > 0 ? numbered : vague

/** The claims that count, by publication and recording. */
export function claimsThatCount(state: SeriesState): SeriesClaim[] {
  const tally = tallyThatCounts(state)
  return state.claims.filter((claim) => isInWindow(state, claim) && tallyOf(state, claim) === tally)
}

/** The claim published last of those that count; undefined when none does. */
export function newestThatCounts(state: SeriesState): SeriesClaim | undefined {
  const tally = tallyThatCounts(state)
  return state.claims.findLast((claim) => tallyOf(state, claim) === tally)
}

/** A claim without a source in a copied text is the first outlet's: the copies say nothing new. */
function changeCopies(state: SeriesState, claim: SeriesClaim, change: (copies: SeriesClaim[]) => void): void {
  const key = `${claim.reportId} ${claim.low} ${claim.high}`
  const copies = state.unsourced.get(key) ?? []
  for (const copy of ofFirstArticle(copies)) dismiss(state, copy)
  change(copies)
  for (const copy of ofFirstArticle(copies)) admit(state, copy)
  if (copies.length > 0) state.unsourced.set(key, copies)
  else state.unsourced.delete(key)
}

const ofFirstArticle = (copies: SeriesClaim[]): SeriesClaim[] =>
  copies.filter(({ articleId }) => articleId === copies[0]?.articleId)

function admit(state: SeriesState, claim: SeriesClaim): void {
  insertSorted(state.claims, claim, byPublication)
  if (isInWindow(state, claim)) enter(tallyOf(state, claim), claim)
  else state.passed++
  moveWindow(state)
}

function dismiss(state: SeriesState, claim: SeriesClaim): void {
  if (!removeSorted(state.claims, claim, byPublication)) return
  if (isInWindow(state, claim)) leave(tallyOf(state, claim), claim)
  else state.passed--
  moveWindow(state)
}

/** Lets go of the claims that the window passes, or takes back those that it uncovers again. */
function moveWindow(state: SeriesState): void {
  const newest = state.claims.at(-1)
  state.windowStart = newest ? timeOf(newest) - WINDOW_MS : Number.NEGATIVE_INFINITY
  for (let claim = state.claims[state.passed]; claim && !isInWindow(state, claim); ) {
    leave(tallyOf(state, claim), claim)
    claim = state.claims[++state.passed]
  }
  for (let claim = state.claims[state.passed - 1]; claim && isInWindow(state, claim); ) {
    enter(tallyOf(state, claim), claim)
    claim = state.claims[--state.passed - 1]
  }
}

const isInWindow = ({ windowStart }: SeriesState, claim: SeriesClaim): boolean => timeOf(claim) >= windowStart

const tallyOf = ({ numbered, vague }: SeriesState, { qualifier }: SeriesClaim): Tally =>
  qualifier === 'vague' ? vague : numbered

const timeOf = ({ publishedAt }: SeriesClaim): number => publishedAt.getTime()

const byPosition = (a: SeriesClaim, b: SeriesClaim): number => a.position - b.position

const byPublication = (a: SeriesClaim, b: SeriesClaim): number =>
  timeOf(a) - timeOf(b) || a.position - b.position
