import type { Feed, PollState } from '../feed.ts'
import { jitterOf } from './jitter-of.ts'
import { gapsOf } from './learn-moments.ts'

const DAY_MS = 24 * 3600 * 1000
const HOUR_MS = 3600 * 1000
const WEEK_MS = 7 * DAY_MS
const IDLE_MS = 30 * DAY_MS
const FEWEST_GAPS = 5

/** What besides the feed's own state decides when it is asked again. */
export type Pace = {
  now: Date
  /** The shortest pause. */
  floorSeconds: number
  /** How long the answer stays fresh by its own words. */
  freshSeconds: number | null
  /** Whether a hub tells us of news, so that a look a day is enough. */
  isPushed: boolean
}

/** When a feed is asked again, from stored state alone: a restart changes nothing. */
export function nextPollAt(feed: Pick<Feed, 'id' | 'intervalSeconds'>, state: PollState, pace: Pace): Date {
  const now = pace.now.getTime()
  const own = pace.isPushed ? DAY_MS : learntPauseMs(feed, state, now)
  const backedOff = Math.max(own, 1000 * pace.floorSeconds) * 2 ** Math.min(state.errorWeight, 30)
  const wanted = 1000 * Math.max(pace.freshSeconds ?? 0, state.leastSeconds ?? 0)
  const pause = Math.min(DAY_MS, Math.max(backedOff * jitterOf(feed.id), wanted))
  return afterSkipped(now + Math.max(pause, 1000 * pace.floorSeconds), now + DAY_MS, state)
}

/** When a parked feed is tried again. */
export const nextProbeAt = ({ id }: Pick<Feed, 'id'>, now: Date): Date =>
  new Date(now.getTime() + WEEK_MS * jitterOf(id))

/**
 * Half the median gap of the feed's latest items, so that every second poll or so finds something; a twentieth of the
 * present silence where that is longer, and a day after a month of it. At most an hour after news, which is when texts are
 * corrected. Before its rhythm is known: its given interval.
 */
function learntPauseMs(
  { intervalSeconds }: Pick<Feed, 'intervalSeconds'>,
  state: PollState,
  now: number,
): number {
  const gaps = gapsOf(state.moments).sort((a, b) => a - b)
  if (gaps.length < FEWEST_GAPS) return 1000 * intervalSeconds
  const middle = gaps.length / 2
  const median = ((gaps[Math.ceil(middle) - 1] ?? 0) + (gaps[Math.floor(middle)] ?? 0)) / 2
  const silence = now - (state.newsAt ?? state.moments.at(-1) ?? 0)
  const learnt = silence > IDLE_MS ? DAY_MS : Math.max(median / 2, silence / 20)
  const isNews = state.newsAt !== null && now - state.newsAt < HOUR_MS / 2
  return isNews ? Math.min(learnt, HOUR_MS) : learnt
}

type Skipped = Pick<PollState, 'skipHours' | 'skipDays'>

/** The first instant from `at` on that is in no hour and on no day that the feed skips, but not after `latest`. */
function afterSkipped(at: number, latest: number, { skipHours, skipDays }: Skipped): Date {
  const [hours, days] = [believed(skipHours, 24), believed(skipDays, 7)]
  const isSkipped = (time: Date) => hours.has(time.getUTCHours()) || days.has(time.getUTCDay())
  let time = at
  while (time < latest && isSkipped(new Date(time))) time = HOUR_MS * (Math.floor(time / HOUR_MS) + 1)
  return new Date(Math.max(at, Math.min(time, latest)))
}

/** Whoever skips every hour or every day is not taken at its word. */
function believed(skipped: number[], all: number): Set<number> {
  const different = new Set(skipped)
  return different.size < all ? different : new Set()
}
