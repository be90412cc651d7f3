import {
  askingSettings,
  conditionalGet,
  createFeedClient,
  createFeedParser,
  domainOf,
  type Feed,
  type FetchResult,
  judgePoll,
  type ParsedFeed,
  type PollCounts,
  type PollOutcome,
  throttledUntil,
  unreadOutcome,
  withHubLinks,
} from '@muster/feeds'
import { deterministicId, parseEnvironment, type Values } from '@muster/runtime'
import { InvalidArgumentError } from 'commander'
import { checkLines } from './check-lines.ts'

/** What polling an address would come to. What it does not come to is null. */
export type FeedCheck = {
  url: string
  outcome: FetchResult['kind'] | 'not-a-feed' | 'too-large' | 'parse-timeout' | 'parse-failed'
  status: number | null
  reason: string | null
  redirects: { status: number; url: string }[]
  etag: string | null
  lastModified: string | null
  contentType: string | null
  feed: (Pick<ParsedFeed, 'title' | 'link' | 'hubs'> & CheckedItems) | null
  /** Until when the server asked for a pause, in ISO 8601. */
  retryAt: string | null
  nextPollSeconds: number | null
}

type CheckedItems = {
  items: number
  withoutText: number
  /** Items whose pages would be asked for, were full text allowed. */
  summaries: number
  withoutDate: number
  oldest: string | null
  newest: string | null
  latest: string[]
}

const QUARTER_OF_AN_HOUR = 900

/** The command `feeds check`: asks for an address once, as the poller would, and shows what comes of it. */
export async function checkFeed(url: string, options: { json?: boolean }): Promise<void> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw new InvalidArgumentError(`"${url}" is no http(s) address`)
  }
  const check = await readOnce(new URL(url).href, parseEnvironment(askingSettings, process.env), new Date())
  if (check.feed === null) process.exitCode = 1
  process.stdout.write(options.json ? `${JSON.stringify(check, null, 2)}\n` : checkLines(check).join('\n'))
}

async function readOnce(url: string, settings: Values<typeof askingSettings>, now: Date): Promise<FeedCheck> {
  const http = createFeedClient(settings)
  const parser = createFeedParser({ bodies: false })
  try {
    const feed = neverPolled(url, now)
    const result = await conditionalGet(http, feed, { now })
    const pace = { now, floorSeconds: settings.POLL_INTERVAL_FLOOR }
    if (result.kind !== 'modified') return withoutFeed(feed, result, pace)
    const { status, redirects, etag, lastModified, contentType } = result
    const answer = { url: result.url, status, redirects, etag, lastModified, contentType, retryAt: null }
    const read = await parser.parse(result.body, contentType, result.url, now)
    if (read.kind !== 'parsed') {
      const nextPollSeconds = secondsToNextPoll(feed, unreadOutcome(read, status), null, pace)
      return { ...answer, outcome: read.kind, reason: read.reason, feed: null, nextPollSeconds }
    }
    return {
      ...{
        ...answer,
        outcome: 'modified',
        reason: null,
        feed: summaryOf(withHubLinks(read.feed, result.links)),
      },
      nextPollSeconds: secondsToNextPoll(feed, result, read.feed, pace),
    }
  } finally {
    await Promise.all([http.close(), parser.stop()])
  }
}

function neverPolled(url: string, now: Date): Feed {
  return {
    ...{ id: deterministicId('feed', url), url, title: null, outlet: '', status: 'active', statusSince: now },
    ...{
      parkedBecause: null,
      trouble: null,
      intervalSeconds: QUARTER_OF_AN_HOUR,
      fullText: false,
      etag: null,
      lastModified: null,
    },
    ...{ nextPollAt: now, lastPolledAt: null, lastOutcome: null, lastError: null, consecutiveFailures: 0 },
    ...{ createdAt: now, domain: domainOf(url).name, pollState: {} },
  }
}

function withoutFeed(feed: Feed, result: Exclude<FetchResult, { kind: 'modified' }>, pace: Pace): FeedCheck {
  const redirects = 'redirects' in result ? (result.redirects ?? []) : []
  return {
    ...{ url: redirects.at(-1)?.url ?? feed.url, outcome: result.kind, redirects },
    ...{ etag: null, lastModified: null, contentType: null, feed: null },
    status: 'status' in result ? (result.status ?? null) : null,
    reason: result.kind === 'failed' ? result.detail : null,
    retryAt: result.kind === 'throttled' ? (result.retryAt?.toISOString() ?? null) : null,
    nextPollSeconds: result.kind === 'busy' ? null : secondsToNextPoll(feed, result, null, pace),
  }
}

function summaryOf({ title, link, hubs, items }: ParsedFeed): FeedCheck['feed'] {
  const dates = items.flatMap(({ publishedAt }) => publishedAt?.toISOString() ?? []).sort()
  return {
    ...{ title, link, hubs, items: items.length },
    withoutText: items.filter(({ text }) => text === '').length,
    summaries: items.filter(({ isSummary, link }) => isSummary && link !== null).length,
    withoutDate: items.length - dates.length,
    ...{ oldest: dates[0] ?? null, newest: dates.at(-1) ?? null },
    latest: items.slice(0, 3).map((item) => item.title ?? item.link ?? item.id),
  }
}

type Pace = { now: Date; floorSeconds: number }

function secondsToNextPoll(feed: Feed, outcome: PollOutcome, parsed: ParsedFeed | null, pace: Pace): number {
  const heldUntil = outcome.kind === 'throttled' ? throttledUntil(outcome, 0, pace.now) : null
  const context = { ...pace, isPushed: false, isPush: false, isOutage: false, heldUntil }
  const reading = parsed && { feed: parsed, counts: allNew(parsed), news: parsed.items }
  const { nextPollAt } = judgePoll(feed, outcome, reading, context)
  return Math.round((nextPollAt.getTime() - pace.now.getTime()) / 1000)
}

function allNew({ items: { length } }: ParsedFeed): PollCounts {
  return { fetched: length, new: length, known: 0, changed: 0, filtered: 0, failed: 0, drops: [] }
}
