import type { Feed } from '@muster/feeds'
import type { Pool, Transaction } from '@muster/postgres'
import { type CaptureResult, captureWithin } from '../capture-within.ts'
import { withoutRaces } from '../without-races.ts'
import type { PageLook, PageResult } from './look.ts'
import { nextLookAt } from './next-look-at.ts'
import { countOutcome, deleteLook, planLook, takeLook } from './store.ts'

/**
 * Captures an entry that waited for its page, with the page's text, or with the feed's and the reason. The page is looked
 * at again: for its text, or only for whether it is there where the text is the feed's. Null where that look was done by another.
 */
export async function captureAwaited(
  pool: Pool,
  feed: Feed,
  seen: PageLook,
  page: PageResult,
  now: Date,
): Promise<CaptureResult | null> {
  return withoutRaces(pool, async (tx) => {
    const look = await takeLook(tx, seen)
    if (!look?.entry) return null
    const result = await captureWithin(tx, feed, look.entry, look.seenAt, page)
    if (result.kind === 'captured') await planFirst(tx, seen.articleId, page, now)
    else await deleteLook(tx, seen.articleId)
    if (result.kind !== 'captured') await countOutcome(tx, result.kind)
    else if (page.kind === 'text') await countOutcome(tx, 'captured-from-page')
    else await countOutcome(tx, 'captured-from-feed', page.reason)
    return result
  })
}

async function planFirst(
  tx: Transaction,
  articleId: string,
  { kind }: PageResult,
  capturedAt: Date,
): Promise<void> {
  const dueAt = nextLookAt(articleId, capturedAt, capturedAt)
  const wants = kind === 'text' ? 'text' : 'presence'
  if (dueAt) await planLook(tx, { articleId, wants, dueAt, capturedAt, missingAt: null })
}
