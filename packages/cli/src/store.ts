import type { Db } from '@muster/postgres'
import type { ClientBase } from 'pg'

// "must" as a number: pg_locks shows the two keys of a lock.
const LAUNCHER_LOCK = 1_836_413_812

/** Takes a launcher's lock for as long as the connection lasts; false when another connection has it. */
export async function tryLauncherLock(client: ClientBase, key: number): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
    LAUNCHER_LOCK,
    key,
  ])
  return rows[0]?.held ?? false
}

/** Returns since when another connection has the launcher's lock, and that connection's name. */
export async function findLauncher(
  client: ClientBase,
  key: number,
): Promise<{ since: Date; note: string } | null> {
  const { rows } = await client.query<{ since: Date; note: string }>(
    `select a.backend_start as since, a.application_name as note
       from pg_locks l
       join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objid = $2
        and l.database = (select oid from pg_database where datname = current_database())`,
    [LAUNCHER_LOCK, key],
  )
  return rows[0] ?? null
}

/** Names the connection in a way that every other connection can see. */
export async function setConnectionName(client: ClientBase, name: string): Promise<void> {
  await client.query(`select set_config('application_name', $1, false)`, [name])
}

/** Returns the version of the server, as in `18.4`. */
export async function readServerVersion(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  return rows[0]?.server_version.split(' ', 1)[0] ?? 'of an unknown version'
}

/** How far the articles of a feed have come. `behind` counts the events that a projection has still to take. */
export type ReadingProgress = { captured: number; extracted: number; claims: number; behind: number }

/** Counts how far the articles of a feed have come. */
export async function countProgress(db: Db, feedId: string): Promise<ReadingProgress> {
  const { rows } = await db.query<ReadingProgress>(
    `select count(*)::int as captured,
            count(*) filter (where extracted_hash = snapshot_hash)::int as extracted,
            (select count(*)::int from claims c
               join articles a on a.id = c.article_id
              where a.feed_id = $1 and c.until_position is null) as claims,
            (select l.position - coalesce((select min(p.position) from projections p), 0)
               from event_log l)::int as behind
       from articles where feed_id = $1`,
    [feedId],
  )
  return rows[0] ?? { captured: 0, extracted: 0, claims: 0, behind: 0 }
}
