import type { Feed } from '@muster/feeds'
import type { Transaction } from '@muster/postgres'
import type { CapturableEntry } from '../capture-within.ts'
import { nextLookAt } from './next-look-at.ts'
import { pageOf } from './page-of.ts'
import { insertPresenceLook } from './store.ts'

/**
 * Plans the looks at whether the page of an article that has its text from the feed is still there, where the feed is
 * allowed to have pages asked for. What changes in the text, the feed tells.
 */
export async function watchPresence(
  tx: Transaction,
  feed: Feed,
  entry: CapturableEntry,
  articleId: string,
  now: Date,
): Promise<void> {
  const page = pageOf(feed, entry)
  const dueAt = nextLookAt(articleId, now, now)
  if (!page || !dueAt) return
  const look = { articleId, feedId: feed.id, ...page, seenAt: now, capturedAt: now, dueAt }
  await insertPresenceLook(tx, { ...look, feedLength: entry.text.length })
}
