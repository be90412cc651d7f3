import type { Db, Transaction } from '@muster/postgres'
import type { CoverageDay, Poll } from './poll.ts'

/** Writes a poll into the ledger, and adds it to its day. */
export async function insertPoll(tx: Transaction, poll: Poll): Promise<void> {
  await tx.query(
    `with poll as (
       insert into feed_polls (feed_id, polled_at, outcome, reason, detail, http_status, is_push, fetched, new, known,
         changed, filtered, failed, drops, next_poll_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       returning *)
     insert into feed_days as d (day, feed_id, polls, answered, throttled, broken, fetched, new, known, changed,
       filtered, failed)
     select (polled_at at time zone 'UTC')::date, feed_id, 1,
            (outcome in ('modified', 'not-modified', 'unchanged'))::int, (outcome = 'throttled')::int,
            (outcome in ('failed', 'gone'))::int, fetched, new, known, changed, filtered, failed
       from poll
     on conflict (day, feed_id) do update
        set polls = d.polls + 1, answered = d.answered + excluded.answered,
            throttled = d.throttled + excluded.throttled, broken = d.broken + excluded.broken,
            fetched = d.fetched + excluded.fetched, new = d.new + excluded.new, known = d.known + excluded.known,
            changed = d.changed + excluded.changed, filtered = d.filtered + excluded.filtered,
            failed = d.failed + excluded.failed`,
    [
      ...[poll.feedId, poll.polledAt, poll.outcome, poll.reason, poll.detail, poll.httpStatus, poll.isPush],
      ...[poll.fetched, poll.new, poll.known, poll.changed, poll.filtered, poll.failed],
      ...[JSON.stringify(poll.drops), poll.nextPollAt],
    ],
  )
}

/** Polls of a feed, the newest first, before an instant. */
export async function findPolls(db: Db, feedId: string, before: Date | null, limit: number): Promise<Poll[]> {
  const { rows } = await db.query<Poll>(
    `select feed_id as "feedId", polled_at as "polledAt", outcome, reason, detail, http_status as "httpStatus",
            is_push as "isPush", fetched, new, known, changed, filtered, failed, drops, next_poll_at as "nextPollAt"
       from feed_polls where feed_id = $1 and ($2::timestamptz is null or polled_at < $2)
      order by polled_at desc limit $3`,
    [feedId, before, limit],
  )
  return rows
}

/** Makes the partitions of the days ahead, and drops the polls of more than 30 days ago. */
export async function keepPollPartitions(db: Db, now: Date): Promise<void> {
  await db.query(`select keep_poll_partitions($1)`, [now])
}

/**
 * Days up to one of them, the newest first. What a feed without a poll was on a day is told by its status since then;
 * before its status last changed it counts as not due.
 */
export async function findCoverage(db: Db, last: string, limit: number): Promise<CoverageDay[]> {
  const { rows } = await db.query<CoverageDay>(
    `with days as (
       select day::date from generate_series($1::date - ($2::int - 1), $1::date, interval '1 day') as day
        where day::date >= (select min((created_at at time zone 'UTC')::date) from feeds)),
     stand as (
       select d.day, p.polls, p.answered, p.throttled, p.broken, p.fetched, p.new, p.known, p.changed, p.filtered,
              p.failed,
              case when p.new + p.changed > 0 then 'reporting'
                   when p.answered > 0 and p.failed = 0 then 'quiet'
                   when p.answered > 0 then 'broken'
                   when f.status = 'parked' and f.status_since < (d.day + 1)::timestamp at time zone 'UTC'
                     then 'parked'
                   when p.polls > 0 then 'broken'
                   when f.status = 'paused' and f.status_since < (d.day + 1)::timestamp at time zone 'UTC'
                     then 'paused'
                   else 'not-due' end as stand
         from days d
         join feeds f on f.created_at < (d.day + 1)::timestamp at time zone 'UTC'
         left join feed_days p on p.day = d.day and p.feed_id = f.id)
     select to_char(day, 'YYYY-MM-DD') as day,
            json_build_object('reporting', count(*) filter (where stand = 'reporting'),
              'quiet', count(*) filter (where stand = 'quiet'), 'broken', count(*) filter (where stand = 'broken'),
              'parked', count(*) filter (where stand = 'parked'), 'paused', count(*) filter (where stand = 'paused'),
              'notDue', count(*) filter (where stand = 'not-due')) as feeds,
            json_build_object('answered', coalesce(sum(answered), 0), 'throttled', coalesce(sum(throttled), 0),
              'broken', coalesce(sum(broken), 0)) as polls,
            json_build_object('fetched', coalesce(sum(fetched), 0), 'new', coalesce(sum(new), 0),
              'known', coalesce(sum(known), 0), 'changed', coalesce(sum(changed), 0),
              'filtered', coalesce(sum(filtered), 0), 'failed', coalesce(sum(failed), 0)) as entries
       from stand group by day order by day desc`,
    [last, limit],
  )
  return rows
}
