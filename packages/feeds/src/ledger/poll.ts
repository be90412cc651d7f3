import type { Drop } from '../polling/poll-counts.ts'
import type { PollOutcome } from '../polling/poll-outcome.ts'

/** One poll as the ledger keeps it. `fetched` is the sum of the five numbers after it. */
export type Poll = {
  feedId: string
  polledAt: Date
  outcome: PollOutcome['kind']
  /** Why it failed, by name. */
  reason: string | null
  detail: string | null
  httpStatus: number | null
  /** Whether a hub's word brought it about. */
  isPush: boolean
  fetched: number
  new: number
  known: number
  changed: number
  filtered: number
  failed: number
  drops: Drop[]
  nextPollAt: Date
}

/** One day of all feeds. */
export type CoverageDay = {
  /** As in 2024-10-23, in UTC. */
  day: string
  feeds: {
    /** Brought something new or changed. */
    reporting: number
    /** Answered, with nothing new. */
    quiet: number
    /** Was asked and never answered as a feed, or brought nothing new because entries could not be stored. */
    broken: number
    parked: number
    paused: number
    /** Was not asked, because it was not due. */
    notDue: number
  }
  polls: { answered: number; throttled: number; broken: number }
  entries: { fetched: number; new: number; known: number; changed: number; filtered: number; failed: number }
}
