import type { Db } from '@muster/postgres'

/** Takes the right to poll a feed until an instant; false where another has it, or there is no such feed. */
export async function insertTakenPoll(
  db: Db,
  feedId: string,
  takenBy: string,
  now: Date,
  until: Date,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into taken_polls as t (feed_id, taken_by, until) select id, $2, $4 from feeds where id = $1
     on conflict (feed_id) do update set taken_by = excluded.taken_by, until = excluded.until where t.until <= $3`,
    [feedId, takenBy, now, until],
  )
  return rowCount === 1
}

/** Renews the right of a poll, where it still has it. */
export async function renewTakenPoll(db: Db, feedId: string, takenBy: string, until: Date): Promise<void> {
  await db.query(`update taken_polls set until = $3 where feed_id = $1 and taken_by = $2`, [
    feedId,
    takenBy,
    until,
  ])
}

/** Gives the right of a poll up; false where it had it no longer. */
export async function dropTakenPoll(db: Db, feedId: string, takenBy: string): Promise<boolean> {
  const { rowCount } = await db.query(`delete from taken_polls where feed_id = $1 and taken_by = $2`, [
    feedId,
    takenBy,
  ])
  return rowCount === 1
}
