import type { Feed } from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import { type CaptureResult, captureWithin } from '../capture-within.ts'
import { withoutRaces } from '../without-races.ts'
import type { PageLook, PageResult } from './look.ts'
import { countOutcome, deleteLook, takeLook } from './store.ts'

/**
 * Captures an entry that waited for its page, with the page's text, or with the feed's and the reason. Null where that
 * look was done by another.
 */
export async function captureAwaited(
  pool: Pool,
  feed: Feed,
  { articleId, dueAt }: PageLook,
  page: PageResult,
): Promise<CaptureResult | null> {
  return withoutRaces(pool, async (tx) => {
    const look = await takeLook(tx, articleId, dueAt)
    if (!look?.entry) return null
    const result = await captureWithin(tx, feed, look.entry, look.seenAt, page)
    await deleteLook(tx, articleId)
    if (result.kind !== 'captured') await countOutcome(tx, result.kind)
    else if (page.kind === 'text') await countOutcome(tx, 'captured-from-page')
    else await countOutcome(tx, 'captured-from-feed', page.reason)
    return result
  })
}
