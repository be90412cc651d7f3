import type { Feed } from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import { type CapturableEntry, type CaptureResult, captureWithin } from './capture-within.ts'
import { watchPresence } from './looks/watch-presence.ts'
import { withoutRaces } from './without-races.ts'

/**
 * Stores an entry's text as a snapshot and appends ArticleCaptured, or ArticleRevised when the text of a known
 * article changed. An entry seen before with the same text changes nothing, however often it comes. One that is but
 * a summary is kept until its page was asked for, where the feed is allowed that (`awaited`).
 */
export async function captureEntry(
  pool: Pool,
  feed: Feed,
  entry: CapturableEntry,
  now: Date,
): Promise<CaptureResult> {
  return withoutRaces(pool, async (tx) => {
    const result = await captureWithin(tx, feed, entry, now)
    if (result.kind === 'captured') await watchPresence(tx, feed, entry, result.articleId, now)
    return result
  })
}
