import type { EventType } from '@muster/event-store'
import { feedFailing, feedGone, feedParked, feedRecovered, feedWentQuiet } from '../events.ts'
import type { Feed, FeedTrouble, PollState } from '../feed.ts'
import { stateOf } from '../feed.ts'
import type { FailureClass } from '../fetching/failure-of.ts'
import { type AfterSuccess, learnFrom } from './learn-from.ts'
import { nextPollAt, nextProbeAt, type Pace } from './next-poll-at.ts'
import { newsIn, type PollOutcome, type PollReading } from './poll-outcome.ts'
import { silenceLimitMs } from './silence-limit.ts'

/** What a poll means for its feed: how it stands, when it is asked again, and what has to be told. */
export type Judgement = Pick<Feed, 'status' | 'parkedBecause' | 'trouble' | 'nextPollAt'> & {
  state: PollState
  failures: number
  etag: string | null
  lastModified: string | null
  moveTo: string | null
  events: { type: EventType; data: object }[]
}

/** What a poll is judged by besides its outcome. */
export type JudgementContext = {
  now: Date
  floorSeconds: number
  /** Whether a hub tells us of news. */
  isPushed: boolean
  /** Whether its word brought this poll about. */
  isPush: boolean
  /** Whether hardly any host can be reached, so that no feed is to blame. */
  isOutage: boolean
  /** Until when the domain asked for a pause. */
  heldUntil: Date | null
}

const DAY_MS = 24 * 3600 * 1000
const MONTH_MS = 30 * DAY_MS
const WEIGHTS: Record<FailureClass, number> = { hard: 2, soft: 1, temporary: 0.5 }

/** Judges a poll by the stored state of its feed and nothing else. */
export function judgePoll(
  feed: Feed,
  outcome: PollOutcome,
  reading: PollReading | null,
  context: JudgementContext,
): Judgement {
  if (outcome.kind === 'failed' || outcome.kind === 'gone' || outcome.kind === 'throttled') {
    return judgeFailure(feed, outcome, { ...context, isPushed: false })
  }
  // What a hub told of is still to come where its poll brought nothing: a cache may lag behind.
  const isOwed = context.isPush && newsIn(reading) === 0
  const isPushed = context.isPushed && !isOwed
  return judgeSuccess(feed, learnFrom(feed, outcome, reading, context.now), { ...context, isPushed })
}

function judgeSuccess(feed: Feed, learnt: AfterSuccess, context: JudgementContext): Judgement {
  const { state, freshSeconds, ...rest } = learnt
  const now = context.now.getTime()
  // Whatever dates a feed serves, one that has brought nothing yet is silent since it is there.
  const lastNewsAt = state.newsAt ?? feed.createdAt.getTime()
  const limit = silenceLimitMs(state, feed.createdAt.getTime(), now)
  const isQuiet = limit !== null && now - lastNewsAt > limit
  const wasQuiet = feed.trouble === 'quiet'
  const events: Judgement['events'] = []
  if (feed.trouble !== null && !(wasQuiet && isQuiet)) {
    events.push({ type: feedRecovered, data: { feedId: feed.id, from: feed.trouble } })
  }
  if (isQuiet && !wasQuiet) {
    const data = {
      feedId: feed.id,
      lastNewsAt: new Date(lastNewsAt).toISOString(),
      limitSeconds: Math.round(limit / 1000),
    }
    events.push({ type: feedWentQuiet, data })
  }
  return {
    ...rest,
    ...{ state, events, status: 'active', parkedBecause: null, failures: 0 },
    trouble: isQuiet ? 'quiet' : null,
    nextPollAt: nextPollAt(feed, state, paceOf(context, freshSeconds)),
  }
}

type FailedOutcome = Extract<PollOutcome, { kind: 'failed' | 'gone' | 'throttled' }>

function judgeFailure(feed: Feed, outcome: FailedOutcome, context: JudgementContext): Judgement {
  const before = stateOf(feed)
  const { etag, lastModified, consecutiveFailures: failures, status, parkedBecause, trouble } = feed
  const asIs = { etag, lastModified, failures, status, parkedBecause, trouble, moveTo: null, events: [] }
  if (context.isOutage) {
    return { ...asIs, state: before, nextPollAt: nextPollAt(feed, before, paceOf(context, null)) }
  }
  const state = weigh(before, outcome, context.now.getTime())
  const counted = { ...asIs, state, failures: failures + (outcome.kind === 'throttled' ? 0 : 1) }
  if (isGoneForGood(before, outcome, context.now.getTime())) return park(feed, counted, 'gone', context.now)
  const failingMs = context.now.getTime() - (state.failingSince ?? 0)
  if (status === 'parked' || failingMs >= MONTH_MS) return park(feed, counted, 'failing', context.now)
  return tellOfFailing(
    feed,
    { ...counted, nextPollAt: retryAt(feed, state, outcome, context) },
    outcome,
    failingMs,
  )
}

/** Being told to wait weighs nothing, but a feed that only ever says so is failing. */
function weigh(state: PollState, outcome: FailedOutcome, now: number): PollState {
  const failingSince = state.failingSince ?? now
  const redirect = null
  if (outcome.kind === 'throttled') return { ...state, failingSince }
  if (outcome.kind === 'gone') {
    return { ...state, failingSince, redirect, goneAt: now, errorWeight: state.errorWeight + WEIGHTS.hard }
  }
  return { ...state, failingSince, redirect, errorWeight: state.errorWeight + WEIGHTS[outcome.class] }
}

const isGoneForGood = ({ goneAt }: PollState, { kind }: FailedOutcome, now: number): boolean =>
  kind === 'gone' && goneAt !== null && now - goneAt <= DAY_MS

function park(
  feed: Feed,
  counted: Omit<Judgement, 'nextPollAt'>,
  because: 'gone' | 'failing',
  now: Date,
): Judgement {
  const parked = { ...counted, status: 'parked' as const, nextPollAt: nextProbeAt(feed, now) }
  if (feed.status === 'parked') return parked
  const event =
    because === 'gone'
      ? { type: feedGone, data: { feedId: feed.id } }
      : { type: feedParked, data: troubleOf(feed, counted.state) }
  return { ...parked, parkedBecause: because, trouble: because, events: [event] }
}

function tellOfFailing(
  feed: Feed,
  judgement: Judgement,
  outcome: FailedOutcome,
  failingMs: number,
): Judgement {
  if (failingMs < DAY_MS || feed.trouble === 'failing') return judgement
  const data = { ...troubleOf(feed, judgement.state), reason: reasonOf(outcome) }
  const trouble: FeedTrouble = 'failing'
  return { ...judgement, trouble, events: [{ type: feedFailing, data }] }
}

const troubleOf = (feed: Feed, { failingSince }: PollState) => ({
  feedId: feed.id,
  since: new Date(failingSince ?? 0).toISOString(),
  reason: feed.lastError ?? 'it could not be read',
})

/** What went wrong, in a line. */
export function reasonOf(outcome: FailedOutcome): string {
  return outcome.kind === 'failed' ? outcome.detail : `HTTP ${outcome.status}`
}

function retryAt(feed: Feed, state: PollState, outcome: FailedOutcome, context: JudgementContext): Date {
  const usual = nextPollAt(feed, state, paceOf(context, null))
  const asked = outcome.kind === 'throttled' ? (context.heldUntil ?? outcome.retryAt) : null
  // A second look within the day tells whether it is gone for good.
  if (outcome.kind === 'gone') return new Date(context.now.getTime() + DAY_MS / 2)
  return asked && asked > usual ? asked : usual
}

const paceOf = ({ now, floorSeconds, isPushed }: JudgementContext, freshSeconds: number | null): Pace => ({
  ...{ now, floorSeconds, isPushed, freshSeconds },
})
