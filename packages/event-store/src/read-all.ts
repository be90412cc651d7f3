import type { Db } from '@muster/postgres'
import { LogArchivedError, LogGapError } from './errors.ts'
import type { StoredEvent } from './event.ts'
import { findArchiveAfter, findEventsAfter, findEventsOfTypesAfter } from './store.ts'

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
 * position is missing, LogArchivedError when it is in a file.
 */
export async function readAll(db: Db, { after, limit, types }: ReadAllRequest): Promise<LogPage> {
  return types ? readTypes(db, after, limit, types) : readEvery(db, after, limit)
}

async function readEvery(db: Db, after: number, limit: number): Promise<LogPage> {
  const events = await findEventsAfter(db, after, limit)
  const gap = events.findIndex(({ position }, index) => position !== after + index + 1)
  if (gap >= 0) await refuse(db, after + gap, `the log goes on at ${events[gap]?.position}`)
  return { events, through: after + events.length }
}

async function readTypes(db: Db, after: number, limit: number, types: readonly string[]): Promise<LogPage> {
  const { events, through, scanned } = await findEventsOfTypesAfter(db, after, limit, types)
  if (through - after !== scanned) {
    await refuse(db, after, `of events ${after + 1} to ${through}, ${scanned} are there`)
  }
  return { events, through }
}

async function refuse(db: Db, after: number, found: string): Promise<never> {
  const archive = await findArchiveAfter(db, after)
  if (archive) {
    throw new LogArchivedError(`events ${archive.first} to ${archive.last} were archived in ${archive.file}`)
  }
  throw new LogGapError(`an event is missing after ${after}: ${found}`)
}
