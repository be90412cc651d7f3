import {
  distrustPush,
  type Feed,
  findPush,
  followHub,
  isReliable,
  type ParsedFeed,
  type PollCounts,
} from '@muster/feeds'
import type { Pool } from '@muster/postgres'

type Reading = { feed: Pick<ParsedFeed, 'hubs' | 'self'>; counts: PollCounts } | null
type Dependencies = { pool: Pool; policy: { usesHubs: boolean } }

const SILENT_MS = 23 * 3600 * 1000

/**
 * Follows the hub that a feed names, and tells whether it can be relied upon and whether its word brought this poll
 * about. A poll that finds news of which a subscribed hub said nothing puts the feed back to polling for 23 hours.
 */
export async function watchHub(
  { pool, policy }: Dependencies,
  feed: Feed,
  reading: Reading,
  now: Date,
): Promise<{ isPushed: boolean; isPush: boolean }> {
  if (!policy.usesHubs) return { isPushed: false, isPush: false }
  if (reading) await followHub(pool, feed, reading.feed, now)
  const push = await findPush(pool, feed.id)
  if (!push) return { isPushed: false, isPush: false }
  const last = feed.lastPolledAt
  const isPush = push.pushedAt !== null && (last === null || push.pushedAt > last)
  const wasSubscribed = push.confirmedAt !== null && last !== null && push.confirmedAt < last
  const isReliant = wasSubscribed && isReliable(push, now)
  if (isReliant && !isPush && (reading?.counts.new ?? 0) > 0) {
    await distrustPush(pool, feed.id, new Date(now.getTime() + SILENT_MS))
    return { isPushed: false, isPush }
  }
  return { isPushed: isReliable(push, now), isPush }
}
