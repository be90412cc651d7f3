import type { PollState } from '../feed.ts'

const MOST = 21
const SAME_MS = 60_000
/** A feed that was away for longer was broken, not quiet. */
export const LONGEST_GAP_MS = 30 * 24 * 3600 * 1000

/**
 * What the dates of a feed's items add to what is known of its rhythm. Items within a minute of each other came
 * together and count as one; the latest 21 moments are kept, which are 20 gaps.
 */
export function learnMoments(
  { moments, longestGapMs }: Pick<PollState, 'moments' | 'longestGapMs'>,
  arrivals: number[],
): Pick<PollState, 'moments' | 'longestGapMs'> {
  const apart: number[] = []
  for (const each of [...moments, ...arrivals].sort((a, b) => a - b)) {
    if (each - (apart.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_MS) apart.push(each)
  }
  const kept = apart.slice(-MOST)
  const longest = gapsOf(kept).reduce((a, b) => Math.max(a, b), longestGapMs)
  return { moments: kept, longestGapMs: Math.min(longest, LONGEST_GAP_MS) }
}

/** The gaps between moments in order. */
export function gapsOf(moments: number[]): number[] {
  return moments.slice(1).map((each, index) => each - (moments[index] ?? each))
}
