import type { Db } from '@muster/postgres'
import { type LogPage, type ReadAllRequest, readAll } from './read-all.ts'
import type { Follower } from './watch-log.ts'

/**
 * Follows the log from a position: every event once, in order, page by page as they are committed, until the
 * signal comes. A page without events says how far the log was looked through for the types asked for. Throws
 * what readAll throws; to go on, call again after the last `through`.
 */
export async function* tail(
  db: Db,
  request: ReadAllRequest,
  follower: Follower,
  signal: AbortSignal,
): AsyncGenerator<LogPage, void, undefined> {
  let { after } = request
  while (!signal.aborted) {
    const page = await readAll(db, { ...request, after })
    if (page.through > after) yield page
    else await follower(signal)
    after = page.through
  }
}
