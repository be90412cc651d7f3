import {
  domainOf,
  type FetchResult,
  findThrottled,
  type PageReply,
  type Turn,
  throttledUntil,
} from '@muster/feeds'
import type { Pool } from '@muster/postgres'

/**
 * Asks nothing of a domain that said 429 or 503, until when it says, or for half an hour, doubled each time in a row. In
 * an inner network only the feed or page waits: what runs there beside it has nothing to do with it.
 */
export async function holdIfThrottled(
  pool: Pool,
  turn: Turn,
  result: FetchResult | PageReply,
  now: Date,
): Promise<Date | null> {
  if (result.kind !== 'throttled') return null
  const domain = domainOf(result.url)
  const until = throttledUntil(result, await findThrottled(pool, domain.name), now)
  if (domain.isPublic) await turn.hold(domain.name, until)
  return until
}
