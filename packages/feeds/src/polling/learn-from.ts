import type { HttpRedirect } from '@muster/runtime'
import type { Feed, PollState } from '../feed.ts'
import { stateOf } from '../feed.ts'
import { learnMoments } from './learn-moments.ts'
import { newsIn, type PollOutcome, type PollReading } from './poll-outcome.ts'

/** What an answer leaves behind. */
export type AfterSuccess = {
  state: PollState
  freshSeconds: number | null
  etag: string | null
  lastModified: string | null
  /** The address that the feed has moved to for good. */
  moveTo: string | null
}

type Answered = Extract<PollOutcome, { kind: 'modified' | 'not-modified' | 'unchanged' }>

const DAY_MS = 24 * 3600 * 1000
const REDIRECTS_OF_A_MOVE = 5
/** As of a feed that is added; an index holds no kilobytes. */
const LONGEST_URL = 2_000

/** What an answer teaches about its feed. An item that was not stored has to be served again, so nothing that would prevent it is kept. */
export function learnFrom(
  feed: Feed,
  outcome: Answered,
  reading: PollReading | null,
  now: Date,
): AfterSuccess {
  const at = now.getTime()
  const isWhole = !reading?.counts.failed
  const { etag, lastModified } = isWhole ? outcome : feed
  const redirect = permanentRedirect(outcome.redirects, stateOf(feed), at)
  const hasMoved = redirect !== null && redirect.count >= REDIRECTS_OF_A_MOVE && at - redirect.since >= DAY_MS
  const state: PollState = {
    ...{ ...stateOf(feed), ...learnItems(feed, reading, at), ...learnBody(feed, outcome, reading, at) },
    ...{ errorWeight: 0, failingSince: null, goneAt: null },
    redirect: hasMoved ? null : redirect,
  }
  return {
    state,
    etag,
    lastModified,
    freshSeconds: outcome.freshSeconds,
    moveTo: hasMoved ? redirect.url : null,
  }
}

/**
 * A feed's rhythm, from all that it serves until it has brought something and from what is new or changed then: known
 * entries under new dates, and those that give no article, would hide that nothing comes any more.
 */
function learnItems(feed: Feed, reading: PollReading | null, now: number): Partial<PollState> {
  if (!reading) return {}
  const items = stateOf(feed).newsAt === null ? reading.feed.items : reading.news
  const dated = items.flatMap(({ publishedAt, isDateClamped }) =>
    publishedAt && !isDateClamped && publishedAt.getTime() <= now ? [publishedAt.getTime()] : [],
  )
  const arrivals = dated.length > 0 || newsIn(reading) === 0 ? dated : [now]
  return {
    ...learnMoments(stateOf(feed), arrivals),
    ...(newsIn(reading) > 0 && { newsAt: now }),
    leastSeconds: reading.feed.schedule.minSeconds,
    skipHours: reading.feed.schedule.skipHours,
    skipDays: reading.feed.schedule.skipDays,
  }
}

function learnBody(
  feed: Feed,
  outcome: Answered,
  reading: PollReading | null,
  now: number,
): Partial<PollState> {
  if (outcome.kind === 'not-modified') return {}
  const fullAt = outcome.wasConditional ? stateOf(feed).fullAt : now
  if (outcome.kind === 'unchanged' || reading?.counts.failed) return { fullAt: fullAt ?? now }
  const isUnchanged = feed.etag ? outcome.etag === feed.etag : outcome.lastModified === feed.lastModified
  const hasLied = isUnchanged && Boolean(feed.etag || feed.lastModified) && newsIn(reading) > 0
  return {
    ...{ bodyHash: outcome.bodyHash, fullAt: fullAt ?? now },
    distrustsValidators: stateOf(feed).distrustsValidators || hasLied,
  }
}

/** Where the redirects lead as far as all of them are permanent, and how often in a row they have. */
function permanentRedirect(
  redirects: HttpRedirect[],
  { redirect }: PollState,
  now: number,
): PollState['redirect'] {
  const end = redirects.findIndex(({ status }) => status !== 301 && status !== 308)
  const url = redirects.slice(0, end < 0 ? redirects.length : end).at(-1)?.url
  if (url === undefined || url.length > LONGEST_URL) return null
  return redirect?.url === url ? { ...redirect, count: redirect.count + 1 } : { url, count: 1, since: now }
}
