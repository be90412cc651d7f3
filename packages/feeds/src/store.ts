import type { Db, Transaction } from '@muster/postgres'
import type { Feed, FeedStatus, FeedTrouble, PollState } from './feed.ts'

const COLUMNS = `id, url, title, outlet, status, interval_seconds as "intervalSeconds", etag,
  last_modified as "lastModified", next_poll_at as "nextPollAt", last_polled_at as "lastPolledAt",
  last_outcome as "lastOutcome", last_error as "lastError", consecutive_failures as "consecutiveFailures",
  created_at as "createdAt", status_since as "statusSince", parked_because as "parkedBecause", trouble, domain,
  poll_state as "pollState", full_text as "fullText"`

/** One feed, or null. */
export async function findFeed(db: Db, id: string): Promise<Feed | null> {
  const { rows } = await db.query<Feed>(`select ${COLUMNS} from feeds where id = $1`, [id])
  return rows[0] ?? null
}

/** One feed by its present address or one that it had before, or null. */
export async function findFeedByUrl(db: Db, url: string): Promise<Feed | null> {
  const { rows } = await db.query<Feed>(
    `select ${COLUMNS} from feeds
      where url = $1 or id = (select feed_id from feed_aliases where url = $1) order by url = $1 desc limit 1`,
    [url],
  )
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

/**
 * Feeds whose time has come, the longest overdue first; of each domain one, and none while the domain may not be asked or
 * while the feed is polled.
 */
export async function findDueFeeds(
  db: Db,
  now: Date,
  limit: number,
): Promise<{ id: string; nextPollAt: Date }[]> {
  const { rows } = await db.query<{ id: string; nextPollAt: Date }>(
    `select id, "nextPollAt"
       from (select distinct on (f.domain) f.id, f.next_poll_at as "nextPollAt"
               from feeds f left join feed_domains d on d.domain = f.domain
              where f.status <> 'paused' and f.next_poll_at <= $1 and coalesce(d.free_at <= $1, true)
                and not exists (select from taken_polls t where t.feed_id = f.id and t.until > $1)
              order by f.domain, f.next_poll_at, f.id) due
      order by "nextPollAt" limit $2`,
    [now, limit],
  )
  return rows
}

/** Puts a poll off, to wait for the turns of a domain. */
export async function deferPoll(
  db: Db,
  { id, nextPollAt }: Feed,
  { domain, until }: { domain: string; until: Date },
): Promise<void> {
  await db.query(`update feeds set next_poll_at = $3, domain = $4 where id = $1 and next_poll_at = $2`, [
    id,
    nextPollAt,
    until,
    domain,
  ])
}

/** How many feeds there are of each status and trouble. */
export async function countFeeds(
  db: Db,
): Promise<{ status: FeedStatus; trouble: FeedTrouble | null; feeds: number }[]> {
  const { rows } = await db.query<{ status: FeedStatus; trouble: FeedTrouble | null; feeds: number }>(
    `select status, trouble, count(*)::int as feeds from feeds group by status, trouble order by status, trouble`,
  )
  return rows
}

/** Inserts a feed; false when its id or address is there already. */
export async function insertFeed(
  tx: Transaction,
  feed: Pick<
    Feed,
    'id' | 'url' | 'title' | 'outlet' | 'intervalSeconds' | 'nextPollAt' | 'domain' | 'fullText'
  >,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into feeds (id, url, title, outlet, interval_seconds, next_poll_at, domain, created_at, status_since,
       full_text)
     select $1, $2, $3, $4, $5, $6, $7, $6, $6, $8 where not exists (select from feed_aliases where url = $2)
     on conflict do nothing`,
    [
      ...[feed.id, feed.url, feed.title, feed.outlet, feed.intervalSeconds, feed.nextPollAt, feed.domain],
      feed.fullText,
    ],
  )
  return rowCount === 1
}

/**
 * Gives a feed another address and makes it due at once; what it had stays an alias. False when another feed has that
 * address.
 */
export async function updateFeedUrl(
  tx: Transaction,
  id: string,
  url: string,
  domain: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `with old as (select id, url from feeds where id = $1),
          moved as (
            update feeds f set url = $2, domain = $3, next_poll_at = $4, etag = null, last_modified = null,
                   poll_state = f.poll_state - 'bodyHash' - 'distrustsValidators' - 'redirect'
             where f.id = $1 and not exists (select from feeds where url = $2)
            returning f.id)
     insert into feed_aliases (url, feed_id, moved_at)
     select old.url, old.id, $4 from old join moved using (id)
     on conflict (url) do update set feed_id = excluded.feed_id, moved_at = excluded.moved_at`,
    [id, url, domain, now],
  )
  return rowCount === 1
}

/** Pauses or resumes a feed, a resumed one with a clean record; false when it was in that status already. */
export async function updateFeedStatus(
  tx: Transaction,
  id: string,
  status: FeedStatus,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update feeds set status = $2, status_since = $3, parked_because = null,
            next_poll_at = case when $2 = 'active' then $3 else next_poll_at end,
            trouble = case when $2 = 'active' then null else trouble end,
            poll_state = case when $2 = 'active' then poll_state - array['errorWeight', 'failingSince', 'goneAt']
                              else poll_state end
      where id = $1 and status <> $2`,
    [id, status, now],
  )
  return rowCount === 1
}

/** Allows or forbids a feed full text; false where it is so already. */
export async function updateFullText(tx: Transaction, id: string, fullText: boolean): Promise<boolean> {
  const { rowCount } = await tx.query(`update feeds set full_text = $2 where id = $1 and full_text <> $2`, [
    id,
    fullText,
  ])
  return rowCount === 1
}

/** What a poll leaves behind. */
export type PollRecord = Pick<
  Feed,
  'status' | 'parkedBecause' | 'trouble' | 'nextPollAt' | 'etag' | 'lastModified' | 'title'
> & {
  outcome: string
  error: string | null
  failures: number
  domain: string
  polledAt: Date
  state: PollState
}

/** Writes down how a poll went. A feed that was paused or made due meanwhile stays so. */
export async function updateAfterPoll(tx: Transaction, feed: Feed, poll: PollRecord): Promise<void> {
  await tx.query(
    `update feeds set last_outcome = $3, last_error = $4, etag = $5, last_modified = $6,
            title = coalesce($7, title), consecutive_failures = $8, last_polled_at = $9, trouble = $11, poll_state = $12,
            domain = $15,
            next_poll_at = case when next_poll_at = $2 then $10 else least(next_poll_at, $10) end,
            status = case when status = 'paused' then status else $13 end,
            status_since = case when status in ('paused', $13) then status_since else $9 end,
            parked_because = case when status = 'paused' then null else $14 end
      where id = $1`,
    [
      feed.id,
      feed.nextPollAt,
      poll.outcome,
      poll.error,
      poll.etag,
      poll.lastModified,
      poll.title,
      poll.failures,
      poll.polledAt,
      poll.nextPollAt,
      poll.trouble,
      JSON.stringify(poll.state),
      poll.status,
      poll.parkedBecause,
      poll.domain,
    ],
  )
}
