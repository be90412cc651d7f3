import { advisoryLocks, type Db, type Transaction } from '@muster/postgres'
import type { Archive } from './read-archive.ts'

/** A partition of the log that is whole: nothing is added to it any more. `detaching` when that was begun. */
export type Partition = { name: string; first: number; last: number; detaching: boolean }

/** The oldest partition in the database, with its events from `first` to `last`; null when there is none. */
export async function findOldestPartition(db: Db): Promise<Partition | null> {
  const { rows } = await db.query<Partition>(
    `select c.relname as name, greatest(b.range[1]::bigint, 1) as first, b.range[2]::bigint - 1 as last,
            i.inhdetachpending as detaching
       from pg_inherits i join pg_class c on c.oid = i.inhrelid,
            regexp_match(pg_get_expr(c.relpartbound, c.oid), $$FROM \\('(\\d+)'\\) TO \\('(\\d+)'\\)$$) as b(range)
      where i.inhparent = 'events'::regclass order by b.range[1]::bigint limit 1`,
  )
  return rows[0] ?? null
}

/** How far the slowest reader of the log is; null when nobody reads it. */
export async function findSlowestReader(db: Db): Promise<{ name: string; position: number } | null> {
  const { rows } = await db.query<{ name: string; position: number }>(
    `select name, position from projections order by position limit 1`,
  )
  return rows[0] ?? null
}

/** How many events up to a position are set aside. */
export async function countParkedThrough(db: Db, position: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from parked_events where position <= $1`,
    [position],
  )
  return rows[0]?.count ?? 0
}

/** How many events a partition holds. */
export async function getPartitionSize(db: Db): Promise<number> {
  const { rows } = await db.query<{ size: number }>(`select partition_size as size from event_log`)
  return rows[0]?.size ?? 0
}

/** Rows of the log as JSON texts, after a position, up to and with another. */
export async function findRowsBetween(db: Db, after: number, through: number): Promise<string[]> {
  const { rows } = await db.query<{ row: string }>(
    `select row_to_json(e)::text as row from events e where position > $1 and position <= $2 order by position`,
    [after, through],
  )
  return rows.map(({ row }) => row)
}

/** Writes down that a stretch of the log is in a file. */
export async function insertArchive(db: Db, { first, last, file, sha256 }: Archive): Promise<void> {
  await db.query(
    `insert into archived_partitions (first_position, last_position, file, sha256) values ($1, $2, $3, $4)
     on conflict (first_position) do update set file = excluded.file, sha256 = excluded.sha256`,
    [first, last, file, sha256],
  )
}

/** Takes a partition out of the log without holding readers or writers up; not in a transaction. */
export async function detachPartition(db: Db, { name, detaching }: Partition): Promise<void> {
  await db.query(`alter table events detach partition ${name} ${detaching ? 'finalize' : 'concurrently'}`)
}

/** Drops what was a partition of the log, if it is there. */
export async function dropTable(db: Db, name: string): Promise<void> {
  await db.query(`drop table if exists ${name}`)
}

/** What is in files, in the order of the log. */
export async function findArchives(db: Db): Promise<Archive[]> {
  const { rows } = await db.query<Archive>(
    `select first_position as first, last_position as last, file, sha256 from archived_partitions order by first_position`,
  )
  return rows
}

/** A partition as a table with the events from a position up to another, without it. */
export type PartitionTable = { name: string; from: number; to: number }

/** Makes the table of a partition that is to be attached; the check spares the attaching to look through it. */
export async function createPartitionTable(db: Db, { name, from, to }: PartitionTable): Promise<void> {
  await db.query(
    `create table ${name} (like events including defaults including constraints including indexes,
       check (position >= ${from} and position < ${to}))`,
  )
}

/** Puts rows of the log, as they were exported, into a table. */
export async function insertRows(db: Db, table: string, rows: string[]): Promise<void> {
  await db.query(`insert into ${table} select e.* from json_populate_recordset(null::events, $1) e`, [
    `[${rows.join(',')}]`,
  ])
}

/** Attaches the table of a partition, which from then on is as every other one, and forgets its archive. */
export async function attachPartition(tx: Transaction, { name, from, to }: PartitionTable): Promise<void> {
  await tx.query(`alter table events attach partition ${name} for values from (${from}) to (${to})`)
  await tx.query(
    `create trigger events_are_append_only before truncate on ${name} for each statement execute function forbid_rewrite()`,
  )
  await tx.query(`delete from archived_partitions where last_position = $1`, [to - 1])
}

/** Tables of partitions that are in files already and are not part of the log. */
export async function findLeftovers(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select c.relname as name from archived_partitions a, event_log l, pg_class c
      where c.oid = to_regclass(format('events_%s', a.last_position / l.partition_size)) and not c.relispartition`,
  )
  return rows.map(({ name }) => name)
}

/** Waits until no other connection works on the archives; the lock ends with the connection. */
export async function lockArchives(db: Db): Promise<void> {
  await db.query('select pg_advisory_lock($1)', [advisoryLocks.archives])
}
