import { placeLevel } from '@muster/claims'
import type { SeriesClaim } from './estimate.ts'
import { OVERALL } from './place.ts'
import { insertSorted, removeSorted } from './sorted-list.ts'
import { createVoices, replaced, speakBy, type Voices } from './voices.ts'

/** Claims of a series within its window, by who speaks, who published and in which reports. */
export type Tally = {
  place: string
  claims: number
  /** The claims of each origin, the one by which it speaks last: the newest come to the end, which is cheap. */
  origins: Map<string, SeriesClaim[]>
  /** Of the claims by which they speak, what an estimate takes. */
  voices: Voices
  /** How many claims each published; `names` in order, made anew when it changes, because estimates hold it. */
  outlets: { counts: Map<string, number>; names: string[] }
  reports: Map<string, number>
}

/** An empty tally of a series in this place, or OVERALL. */
export const createTally = (place: string): Tally => ({
  place,
  claims: 0,
  origins: new Map(),
  voices: createVoices(),
  outlets: { counts: new Map(), names: [] },
  reports: new Map(),
})

/** Counts a claim in. */
export function enter(tally: Tally, claim: SeriesClaim): void {
  const origin = voiceOf(claim)
  const list = tally.origins.get(origin)
  if (list) insertSorted(list, claim, orderOf(tally.place))
  else tally.origins.set(origin, [claim])
  speakBy(tally.voices, origin, tally.origins.get(origin)?.at(-1))
  tally.claims++
  countOutlet(tally, claim.outlet, 1)
  count(tally.reports, claim.reportId, 1)
}

/** Counts a claim out again. */
export function leave(tally: Tally, claim: SeriesClaim): void {
  const origin = voiceOf(claim)
  const list = tally.origins.get(origin)
  if (!list || !removeSorted(list, claim, orderOf(tally.place))) return
  if (list.length === 0) tally.origins.delete(origin)
  speakBy(tally.voices, origin, list.at(-1))
  tally.claims--
  countOutlet(tally, claim.outlet, -1)
  count(tally.reports, claim.reportId, -1)
}

/** Who a claim speaks for: its origin, or its outlet where it names no source. */
export const voiceOf = ({ origin, outlet }: SeriesClaim): string => origin ?? `outlet:${outlet}`

function countOutlet({ outlets }: Tally, outlet: string, by: 1 | -1): void {
  const now = count(outlets.counts, outlet, by)
  if (now === 0) outlets.names = replaced(outlets.names, outlet, undefined)
  if (now === 1 && by === 1) outlets.names = replaced(outlets.names, undefined, outlet)
}

function count(counts: Map<string, number>, key: string, by: 1 | -1): number {
  const now = (counts.get(key) ?? 0) + by
  if (now === 0) counts.delete(key)
  else counts.set(key, now)
  return now
}

const orderOf = (place: string) => (place === OVERALL ? byWidth : byRecency)

/** Overall, an origin speaks by its claim of the widest place. */
const byWidth = (a: SeriesClaim, b: SeriesClaim): number =>
  placeLevel(b.placeIds) - placeLevel(a.placeIds) || byRecency(a, b)

/** The latest published speaks, and of those the later recorded. */
const byRecency = (a: SeriesClaim, b: SeriesClaim): number =>
  a.publishedAt.getTime() - b.publishedAt.getTime() || a.position - b.position
