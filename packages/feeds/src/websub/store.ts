import type { Db } from '@muster/postgres'
import type { Push } from './push.ts'

const COLUMNS = `feed_id as "feedId", hub, topic, token, secret, confirmed_at as "confirmedAt",
  lease_until as "leaseUntil", pushed_at as "pushedAt", silent_until as "silentUntil"`

/** A feed's subscription at its hub, or null. */
export async function findPush(db: Db, feedId: string): Promise<Push | null> {
  const { rows } = await db.query<Push>(`select ${COLUMNS} from feed_pushes where feed_id = $1`, [feedId])
  return rows[0] ?? null
}

/** The subscription that a callback's address belongs to, or null. */
export async function findPushByToken(db: Db, token: string): Promise<Push | null> {
  const { rows } = await db.query<Push>(`select ${COLUMNS} from feed_pushes where token = $1`, [token])
  return rows[0] ?? null
}

/** Wants a subscription, to be asked for at once; one at the same hub for the same topic stays as it is. */
export async function savePush(
  db: Db,
  push: Pick<Push, 'feedId' | 'hub' | 'topic' | 'token' | 'secret'>,
  now: Date,
): Promise<void> {
  await db.query(
    `insert into feed_pushes as p (feed_id, hub, topic, token, secret, ask_again_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (feed_id) do update
        set hub = excluded.hub, topic = excluded.topic, token = excluded.token, secret = excluded.secret,
            ask_again_at = excluded.ask_again_at, confirmed_at = null, lease_until = null, pushed_at = null,
            silent_until = null, last_error = null
      where (p.hub, p.topic) is distinct from (excluded.hub, excluded.topic)`,
    [push.feedId, push.hub, push.topic, push.token, push.secret, now],
  )
}

/** Forgets a subscription: what the hub sends from now on meets a callback that is not there. */
export async function deletePush(db: Db, feedId: string): Promise<void> {
  await db.query(`delete from feed_pushes where feed_id = $1`, [feedId])
}

/** Takes subscriptions that are due to be asked for, and puts the next time off. */
export async function takeDuePushes(db: Db, now: Date, askAgainAt: Date, limit: number): Promise<Push[]> {
  const { rows } = await db.query<Push>(
    `update feed_pushes set ask_again_at = $2
      where feed_id in (select p.feed_id from feed_pushes p join feeds f on f.id = p.feed_id
                         where p.ask_again_at <= $1 and f.status = 'active'
                         order by p.ask_again_at limit $3 for update of p skip locked)
      returning ${COLUMNS}`,
    [now, askAgainAt, limit],
  )
  return rows
}

/** Writes down why a hub could not be asked, or that it could. */
export async function savePushError(db: Db, feedId: string, error: string | null): Promise<void> {
  await db.query(`update feed_pushes set last_error = $2 where feed_id = $1`, [feedId, error])
}

/** Writes down that a hub confirmed a subscription. */
export async function confirmPush(
  db: Db,
  token: string,
  at: { confirmedAt: Date; leaseUntil: Date; askAgainAt: Date },
): Promise<void> {
  await db.query(
    `update feed_pushes set confirmed_at = coalesce(confirmed_at, $2), lease_until = $3, ask_again_at = $4,
            last_error = null
      where token = $1`,
    [token, at.confirmedAt, at.leaseUntil, at.askAgainAt],
  )
}

/** Writes down that a hub does not want to, or no longer. */
export async function denyPush(db: Db, token: string, reason: string, askAgainAt: Date): Promise<void> {
  await db.query(
    `update feed_pushes set confirmed_at = null, lease_until = null, last_error = $2, ask_again_at = $3
      where token = $1`,
    [token, reason, askAgainAt],
  )
}

/** Writes down that a hub told of news, and makes the feed due, a minute after its last poll at the earliest. */
export async function wakeFeed(db: Db, token: string, now: Date): Promise<void> {
  await db.query(
    `with told as (update feed_pushes set pushed_at = $2, silent_until = null where token = $1 returning feed_id)
     update feeds f
        set next_poll_at = least(f.next_poll_at, greatest($2, f.last_polled_at + interval '1 minute'))
       from told where f.id = told.feed_id and f.status = 'active'`,
    [token, now],
  )
}

/** Does not rely on a hub until an instant. */
export async function distrustPush(db: Db, feedId: string, until: Date): Promise<void> {
  await db.query(`update feed_pushes set silent_until = $2 where feed_id = $1`, [feedId, until])
}
