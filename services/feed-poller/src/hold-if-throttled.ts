import { domainOf, type FetchResult, findThrottled, type PageReply, type Turn } from '@muster/feeds'
import type { Pool } from '@muster/postgres'

const HALF_AN_HOUR_MS = 30 * 60 * 1000
const LONGEST_HOLD_MS = 48 * 3600 * 1000

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
  const pause = HALF_AN_HOUR_MS * 2 ** Math.min(await findThrottled(pool, domain.name), 20)
  const until = result.retryAt ?? new Date(now.getTime() + Math.min(pause, LONGEST_HOLD_MS))
  if (domain.isPublic) await turn.hold(domain.name, until)
  return until
}
