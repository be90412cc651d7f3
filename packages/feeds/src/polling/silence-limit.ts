import type { PollState } from '../feed.ts'
import { gapsOf, LONGEST_GAP_MS } from './learn-moments.ts'

const DAY_MS = 24 * 3600 * 1000
const FEWEST_GAPS = 10
/** A feed has been through a weekend before anybody worries about it. */
const WATCHED_MS = 7 * DAY_MS

/**
 * How long a feed may be silent by its own history before that is news; null while too little is known of it (10 gaps
 * and a week are needed). It is the longest of a day, twice its longest gap so far, and seven times its mean gap, a gap
 * counting as a month at most. Were its
 * gaps drawn at random as those of a Poisson process, one would pass seven means once in 1,100; whatever their
 * distribution, the next of n gaps passes the longest of them once in n + 1, and twice the longest far more rarely.
 */
export function silenceLimitMs(
  { moments, longestGapMs }: Pick<PollState, 'moments' | 'longestGapMs'>,
  watchedSince: number,
  now: number,
): number | null {
  const gaps = gapsOf(moments)
  const since = Math.min(watchedSince, moments[0] ?? watchedSince)
  if (gaps.length < FEWEST_GAPS || now - since < WATCHED_MS) return null
  const mean = gaps.reduce((sum, gap) => sum + Math.min(gap, LONGEST_GAP_MS), 0) / gaps.length
  return Math.max(DAY_MS, 2 * longestGapMs, 7 * mean)
}
