import type { Db, Transaction } from '@muster/postgres'
import type { Feed, FeedStatus } from './feed.ts'

const COLUMNS = `id, url, title, outlet, status, interval_seconds as "intervalSeconds", etag,
  last_modified as "lastModified", next_poll_at as "nextPollAt", last_polled_at as "lastPolledAt",
  last_outcome as "lastOutcome", last_error as "lastError", consecutive_failures as "consecutiveFailures",
  created_at as "createdAt"`

/** One feed, or null. */
export async function findFeed(db: Db, id: string): Promise<Feed | null> {
  const { rows } = await db.query<Feed>(`select ${COLUMNS} from feeds where id = $1`, [id])
  return rows[0] ?? null
}

/** One feed by its present address, or null. */
export async function findFeedByUrl(db: Db, url: string): Promise<Feed | null> {
  const { rows } = await db.query<Feed>(`select ${COLUMNS} from feeds where url = $1`, [url])
  return rows[0] ?? null
}

/** Feeds in the order of their ids, after one of them. */
export async function findFeeds(db: Db, after: string | null, limit: number): Promise<Feed[]> {
  const { rows } = await db.query<Feed>(
    `select ${COLUMNS} from feeds where $1::uuid is null or id > $1 order by id limit $2`,
    [after, limit],
  )
  return rows
}

/** Active feeds whose time has come, the longest overdue first. */
export async function findDueFeeds(
  db: Db,
  now: Date,
  limit: number,
): Promise<{ id: string; nextPollAt: Date }[]> {
  const { rows } = await db.query<{ id: string; nextPollAt: Date }>(
    `select id, next_poll_at as "nextPollAt" from feeds
      where status = 'active' and next_poll_at <= $1 order by next_poll_at limit $2`,
    [now, limit],
  )
  return rows
}

/** Inserts a feed; false when its id or address is there already. */
export async function insertFeed(
  tx: Transaction,
  feed: Pick<Feed, 'id' | 'url' | 'title' | 'outlet' | 'intervalSeconds' | 'nextPollAt'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into feeds (id, url, title, outlet, interval_seconds, next_poll_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [feed.id, feed.url, feed.title, feed.outlet, feed.intervalSeconds, feed.nextPollAt],
  )
  return rowCount === 1
}

/** Gives a feed another address and makes it due at once. */
export async function updateFeedUrl(tx: Transaction, id: string, url: string, now: Date): Promise<void> {
  await tx.query(
    `update feeds set url = $2, etag = null, last_modified = null, next_poll_at = $3 where id = $1`,
    [id, url, now],
  )
}

/** Pauses or resumes a feed; false when it was in that status already. */
export async function updateFeedStatus(
  tx: Transaction,
  id: string,
  status: FeedStatus,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update feeds set status = $2, next_poll_at = case when $2 = 'active' then $3 else next_poll_at end
      where id = $1 and status <> $2`,
    [id, status, now],
  )
  return rowCount === 1
}

/** What a poll leaves behind. */
export type PollRecord = {
  outcome: string
  error: string | null
  etag: string | null
  lastModified: string | null
  title: string | null
  failures: number
  polledAt: Date
  nextPollAt: Date
}

/** Writes down how a poll went and when the next one is due. */
export async function updateAfterPoll(db: Db, id: string, poll: PollRecord): Promise<void> {
  await db.query(
    `update feeds set last_outcome = $2, last_error = $3, etag = $4, last_modified = $5,
            title = coalesce($6, title), consecutive_failures = $7, last_polled_at = $8, next_poll_at = $9
      where id = $1`,
    [
      id,
      poll.outcome,
      poll.error,
      poll.etag,
      poll.lastModified,
      poll.title,
      poll.failures,
      poll.polledAt,
      poll.nextPollAt,
    ],
  )
}
