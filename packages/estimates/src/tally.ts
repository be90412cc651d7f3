import type { CountedClaim } from './counted-claim.ts'
import { OVERALL } from './place.ts'
import { insertSorted, removeSorted } from './sorted-list.ts'
import { createVoices, replaced, speakBy, type Voices } from './voices.ts'

/** Claims of a series within its window, by who speaks, who published and in which reports. */
export type Tally = {
  claims: number
  /** The claims of each origin, the one by which it speaks last: the newest come to the end, which is cheap. */
  origins: Map<string, CountedClaim[]>
  order: (a: CountedClaim, b: CountedClaim) => number
  /** Of the claims by which they speak, what an estimate takes. */
  voices: Voices
  /** How many claims each published; `names` in order, made anew when it changes, because estimates hold it. */
  outlets: { counts: Map<string, number>; names: string[] }
  reports: Map<string, number>
}

/** An empty tally of a series in this place, or OVERALL. */
export const createTally = (place: string): Tally => ({
  claims: 0,
  origins: new Map(),
  order: place === OVERALL ? byWidth : byRecency,
  voices: createVoices(),
  outlets: { counts: new Map(), names: [] },
  reports: new Map(),
})

/** Counts a claim in. */
export function enter(tally: Tally, counted: CountedClaim): void {
  const { voice, claim } = counted
  let list = tally.origins.get(voice)
  if (list) insertSorted(list, counted, tally.order)
  else {
    list = [counted]
    tally.origins.set(voice, list)
  }
  speakBy(tally.voices, voice, list.at(-1))
  tally.claims++
  countOutlet(tally, claim.outlet, 1)
  count(tally.reports, claim.reportId, 1)
}

/** Counts a claim out again. */
export function leave(tally: Tally, counted: CountedClaim): void {
  const { voice, claim } = counted
  const list = tally.origins.get(voice)
  if (!list || !removeSorted(list, counted, tally.order)) return
  if (list.length === 0) tally.origins.delete(voice)
  speakBy(tally.voices, voice, list.at(-1))
  tally.claims--
  countOutlet(tally, claim.outlet, -1)
  count(tally.reports, claim.reportId, -1)
}

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

/** Overall, an origin speaks by its claim of the widest place. */
const byWidth = (a: CountedClaim, b: CountedClaim): number => b.level - a.level || byRecency(a, b)

/** The latest published speaks, and of those the later recorded. */
export const byRecency = (a: CountedClaim, b: CountedClaim): number =>
  a.time - b.time || a.position - b.position
