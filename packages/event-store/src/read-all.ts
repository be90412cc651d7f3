import type { Db } from '@muster/postgres'
import { LogGapError } from './errors.ts'
import type { StoredEvent } from './event.ts'
import { findEventsAfter } from './store.ts'

/**
 * The events after a position, at most `limit`, in order. Positions are handed out in commit order, so an
 * event that commits late can never appear below one already read. Throws LogGapError when one is missing.
 */
export async function readAll(
  db: Db,
  { after, limit }: { after: number; limit: number },
): Promise<StoredEvent[]> {
  const events = await findEventsAfter(db, after, limit)
  events.forEach((event, index) => {
    const wanted = after + index + 1
    if (event.position !== wanted) {
      throw new LogGapError(`event ${wanted} is missing: the log goes on at ${event.position}`)
    }
  })
  return events
}
