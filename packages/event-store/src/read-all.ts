import type { Db } from '@muster/postgres'
import { LogGapError } from './errors.ts'
import type { StoredEvent } from './event.ts'
import { findEventsAfter, findEventsOfTypesAfter } from './store.ts'

/** `types` leaves all other events out; `limit` counts those left out as well. */
export type ReadAllRequest = { after: number; limit: number; types?: readonly string[] }

/**
 * A stretch of the log. `through` is the last position looked at, whether its event is shown or left out: go on
 * after it. It is the position asked for when there is nothing after it.
 */
export type LogPage = { events: StoredEvent[]; through: number }

/**
 * The events after a position, in order, from at most `limit` positions. Positions are handed out in commit
 * order, so an event that commits late can never appear below one already read. Throws LogGapError when a
 * position is missing.
 */
export async function readAll(db: Db, { after, limit, types }: ReadAllRequest): Promise<LogPage> {
  return types ? readTypes(db, after, limit, types) : readEvery(db, after, limit)
}

async function readEvery(db: Db, after: number, limit: number): Promise<LogPage> {
  const events = await findEventsAfter(db, after, limit)
  events.forEach((event, index) => {
    const wanted = after + index + 1
    if (event.position !== wanted) {
      throw new LogGapError(`event ${wanted} is missing: the log goes on at ${event.position}`)
    }
  })
  return { events, through: after + events.length }
}

async function readTypes(db: Db, after: number, limit: number, types: readonly string[]): Promise<LogPage> {
  const { events, through, scanned } = await findEventsOfTypesAfter(db, after, limit, types)
  if (through - after !== scanned) {
    throw new LogGapError(`${through - after - scanned} events are missing from ${after + 1} to ${through}`)
  }
  return { events, through }
}
