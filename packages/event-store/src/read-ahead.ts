import type { Db, Pool } from '@muster/postgres'
import { type LogPage, type ReadAllRequest, readAll } from './read-all.ts'

/** Reads a stretch of the log, as readAll. */
export type ReadPage = (db: Db, request: ReadAllRequest) => Promise<LogPage>

/**
 * Reads the log a page ahead, over a connection of its own: while events are worked on, the database makes the next ones
 * ready. What is committed at a position stays as it is, so it does not matter who saw it when.
 */
export function createReadAhead(pool: Pool): ReadPage {
  let ahead: Ahead | null = null
  return async (db, request) => {
    const early = ahead && isSame(ahead.request, request) ? await ahead.page : null
    const page = early && early.events.length > 0 ? early : await readAll(db, request)
    const { events, through } = page
    // Behind a page that is not full there was nothing yet.
    ahead = events.length === request.limit ? lookAhead(pool, { ...request, after: through }) : null
    return page
  }
}

/** The page is null when it could not be read. */
type Ahead = { request: ReadAllRequest; page: Promise<LogPage | null> }

const lookAhead = (pool: Pool, request: ReadAllRequest): Ahead => ({
  request,
  page: readAll(pool, request).catch(() => null),
})

const isSame = (a: ReadAllRequest, b: ReadAllRequest): boolean =>
  a.after === b.after && a.limit === b.limit && a.types === b.types
