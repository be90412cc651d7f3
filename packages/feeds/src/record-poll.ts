import type { Db } from '@muster/postgres'
import type { FetchResult } from './conditional-get.ts'
import type { Feed } from './feed.ts'
import { updateAfterPoll } from './store.ts'

const DAY_SECONDS = 24 * 3600
const JITTER = 0.1

/**
 * Writes down how a poll went and when the next one is due: after the feed's interval, doubled for every
 * failure in a row up to a day, give or take a tenth so that feeds added together do not stay together.
 */
export async function recordPoll(
  db: Db,
  feed: Feed,
  result: FetchResult,
  title: string | null,
  now: Date,
): Promise<void> {
  const failures = result.kind === 'failed' ? feed.consecutiveFailures + 1 : 0
  const validators = result.kind === 'modified' ? result : feed
  await updateAfterPoll(db, feed.id, {
    outcome: result.kind,
    error: errorOf(result),
    etag: validators.etag,
    lastModified: validators.lastModified,
    title,
    failures,
    polledAt: now,
    nextPollAt: new Date(now.getTime() + 1000 * pauseSeconds(feed, failures)),
  })
}

function errorOf(result: FetchResult): string | null {
  if (result.kind === 'failed') return result.reason
  return result.kind === 'modified' && result.entriesFailed
    ? `${result.entriesFailed} entries could not be captured`
    : null
}

function pauseSeconds({ intervalSeconds }: Feed, failures: number): number {
  const longest = Math.max(DAY_SECONDS, intervalSeconds)
  const pause = Math.min(longest, intervalSeconds * 2 ** Math.min(failures, 20))
  return pause * (1 - JITTER + 2 * JITTER * Math.random())
}
