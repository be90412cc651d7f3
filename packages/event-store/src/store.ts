import type { Db, Transaction } from '@muster/postgres'
import type { Archive } from './archive/read-archive.ts'
import { LogGapError } from './errors.ts'
import type { AppendResult, StoredEvent } from './event.ts'
import type { AppendRecord, DigestedEvent } from './fault-of-events.ts'
import type { PreparedAppend } from './prepare-append.ts'

const EVENT_COLUMNS = `position, stream_id as "streamId", version, type, schema_version as "schemaVersion",
  data, metadata, occurred_at as "occurredAt", recorded_at as "recordedAt"`

/** Calls append_events, the one door into the log, with one append or several; the answers come in their order. */
export async function callAppendEvents(db: Db, appends: PreparedAppend[]): Promise<AppendResult[]> {
  const parts = appends.flatMap(({ parts }) => parts)
  const { rows: answers } = await db.query<AppendResult>({
    name: 'append-events',
    text: `select first_position as first, last_position as last, duplicate
             from append_events($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      appends.map(({ key }) => key),
      appends.map(({ count }) => count),
      parts.map(({ stream }) => stream),
      parts.map(({ expected }) => expected),
      parts.map(({ rows }) => rows.length),
      toJson(parts),
      `\\x${parts.flatMap(({ rows }) => rows.map(({ digest }) => digest)).join('')}`,
    ],
  })
  return answers
}

/** The events of all parts as one JSON array, each with the number of its part. */
function toJson(parts: PreparedAppend['parts']): string {
  const events = parts.flatMap(({ rows }, index) =>
    rows.map(({ members }) => `{${members},"part":${index + 1}}`),
  )
  return `[${events.join(',')}]`
}

/** Events after a position, in order. */
export async function findEventsAfter(db: Db, after: number, limit: number): Promise<StoredEvent[]> {
  const { rows } = await db.query<EventRow>({
    name: 'events-after',
    text: `select ${EVENT_COLUMNS} from events where position > $1 order by position limit $2`,
    values: [after, limit],
    rowMode: 'array',
  })
  return rows.map(toEvent)
}

/** An event by the order of EVENT_COLUMNS: rebuilds read millions, and finding each column by its name takes longer. */
type EventRow = [number, string, number, string, number, unknown, unknown, Date, Date]

const toEvent = (row: EventRow): StoredEvent => ({
  position: row[0],
  streamId: row[1],
  version: row[2],
  type: row[3],
  schemaVersion: row[4],
  data: row[5],
  metadata: row[6],
  occurredAt: row[7],
  recordedAt: row[8],
})

/** Of the events after a position those of some types, and how many positions up to `through` were looked at. */
export async function findEventsOfTypesAfter(
  db: Db,
  after: number,
  limit: number,
  types: readonly string[],
): Promise<{ events: StoredEvent[]; through: number; scanned: number }> {
  const { rows } = await db.query<(StoredEvent | { position: null }) & { through: number; scanned: number }>({
    name: 'events-of-types-after',
    text: `with page as materialized (select * from events where position > $1 order by position limit $2)
           select whole.through, whole.scanned, ${EVENT_COLUMNS}
             from (select coalesce(max(position), $1) as through, count(*) as scanned from page) whole
             left join page on type = any($3) order by position`,
    values: [after, limit, types],
  })
  const { through = after, scanned = 0 } = rows[0] ?? {}
  const events = rows.flatMap(({ through: _through, scanned: _scanned, ...event }) =>
    event.position === null ? [] : [event],
  )
  return { events, through, scanned }
}

/** The appends whose events lie after a position, up to and with another, in order. */
export async function findAppendsBetween(
  db: Db,
  after: number,
  through: number,
  limit: number,
): Promise<AppendRecord[]> {
  const { rows } = await db.query<AppendRecord>(
    `select first_position as first, last_position as last, digest, hash, recorded_at as "recordedAt" from appends
      where last_position > $1 and last_position <= $2 order by last_position limit $3`,
    [after, through, limit],
  )
  return rows
}

/** The events after a position, up to and with another, with their digests. */
export async function findEventsBetween(db: Db, after: number, through: number): Promise<DigestedEvent[]> {
  const { rows } = await db.query<DigestedEvent>(
    `select ${EVENT_COLUMNS}, digest from events where position > $1 and position <= $2 order by position`,
    [after, through],
  )
  return rows
}

/** The position up to which the events are in files; 0 when all are in the database. */
export async function findArchivedThrough(db: Db): Promise<number> {
  const { rows } = await db.query<{ through: number }>(
    `select coalesce(max(last_position), 0) as through from archived_partitions`,
  )
  return rows[0]?.through ?? 0
}

/** The channel on which appends are announced. */
export const LOG_CHANNEL = 'muster_log'

/** Wakes the processes that listen for appends. */
export async function notifyFollowers(db: Db): Promise<void> {
  await db.query(`select pg_notify('${LOG_CHANNEL}', '')`)
}

/**
 * Events of one stream after a position, in order; `seen` are those up to there. Where the stream begins and how
 * many events it has keep the search to the partitions that it lies in.
 */
export async function findStreamEvents(
  db: Db,
  streamId: string,
  { after, seen, limit }: { after: number; seen: number; limit: number },
): Promise<StoredEvent[]> {
  const { rows } = await db.query<StoredEvent>({
    name: 'stream-events',
    text: `select ${EVENT_COLUMNS} from events
            where stream_id = $1
              and position > greatest($2, (select first_position - 1 from streams where stream_id = $1))
            order by position
            limit least($4::bigint, (select version - $3::bigint from streams where stream_id = $1))`,
    values: [streamId, after, seen, limit],
  })
  return rows
}

/** How many events were ever appended to a stream. */
export async function findStreamVersion(db: Db, streamId: string): Promise<number> {
  const { rows } = await db.query<{ version: number }>(`select version from streams where stream_id = $1`, [
    streamId,
  ])
  return rows[0]?.version ?? 0
}

/** The archive that has the first event after a position, if it has left the database. */
export async function findArchiveAfter(db: Db, position: number): Promise<Archive | null> {
  const { rows } = await db.query<Archive>(
    `select first_position as first, last_position as last, file, sha256 from archived_partitions
      where first_position <= $1 + 1 and last_position > $1`,
    [position],
  )
  return rows[0] ?? null
}

/** The head row of the log; `hash` is the end of its chain. */
export async function getHead(db: Db): Promise<{ logId: string; position: number; hash: Buffer }> {
  const { rows } = await db.query<{ logId: string; position: number; hash: Buffer }>(
    `select log_id as "logId", position, hash from event_log`,
  )
  const head = rows[0]
  if (!head) throw new Error('the table event_log has no row: run the migrations')
  return head
}

/** Gives the log another id. */
export async function updateLogId(db: Db): Promise<string> {
  const { rows } = await db.query<{ logId: string }>(
    `update event_log set log_id = gen_random_uuid() returning log_id as "logId"`,
  )
  return rows[0]?.logId ?? ''
}

/** The last position recorded at an instant or before; 0 when there was none. */
export async function findPositionAt(db: Db, instant: Date): Promise<number> {
  // The two grow together, and recorded_at is finer than the milliseconds of an instant.
  const { rows } = await db.query<{ position: number }>(
    `select last_position as position from appends
      where recorded_at < $1::timestamptz + interval '1 millisecond' order by recorded_at desc, last_position desc limit 1`,
    [instant],
  )
  return rows[0]?.position ?? 0
}

/** When the events at these positions were recorded, whether they are in the database or in an archive. */
export async function findRecordingTimes(
  db: Db,
  positions: number[],
): Promise<{ position: number; recordedAt: Date }[]> {
  const { rows } = await db.query<{ position: number; recordedAt: Date }>(
    `select p.position, a."recordedAt" from unnest($1::bigint[]) as p(position), lateral
       (select recorded_at as "recordedAt" from appends where last_position >= p.position order by last_position limit 1) a`,
    [positions],
  )
  return rows
}

/** The position up to which a projection has applied the log; 0 before its first step. */
export async function findProjectionPosition(db: Db, name: string): Promise<number> {
  const { rows } = await db.query<{ position: number }>(`select position from projections where name = $1`, [
    name,
  ])
  return rows[0]?.position ?? 0
}

/** Makes sure that a projection has a checkpoint row. */
export async function insertCheckpoint(db: Db, name: string): Promise<void> {
  await db.query(`insert into projections (name) values ($1) on conflict do nothing`, [name])
}

/** Locks a checkpoint for this transaction; other projectors wait here. */
export async function lockCheckpoint(tx: Transaction, name: string): Promise<number> {
  const { rows } = await tx.query<{ position: number }>(
    `select position from projections where name = $1 for update`,
    [name],
  )
  return rows[0]?.position ?? 0
}

/** Moves a checkpoint on, if it is still where it was read. */
export async function moveCheckpoint(
  tx: Transaction,
  name: string,
  from: number,
  to: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update projections set position = $3, updated_at = now() where name = $1 and position = $2`,
    [name, from, to],
  )
  return rowCount === 1
}

/** An event that a reader of the log set aside; `triedAt` is its own position, or that of its last taking up. */
export type ParkedEvent = {
  reader: string
  position: number
  type: string
  streamId: string
  reason: string
  parkedAt: Date
  triedAt: number
}

/** Sets aside an event that a projection could not apply, with the reason. */
export async function insertParkedEvent(
  tx: Transaction,
  { name, position, triedAt = position }: { name: string; position: number; triedAt?: number },
  error: string,
): Promise<void> {
  await tx.query(
    `insert into parked_events (projection, position, tried_at, error) values ($1, $2, $3, $4)
     on conflict (projection, position)
       do update set tried_at = excluded.tried_at, error = excluded.error, parked_at = now()`,
    [name, position, triedAt, error],
  )
}

/** The events that are set aside, in the order of the log. */
export async function findParkedEvents(db: Db): Promise<ParkedEvent[]> {
  const { rows } = await db.query<ParkedEvent>(
    `select projection as reader, position, type, stream_id as "streamId", error as reason, parked_at as "parkedAt",
            tried_at as "triedAt"
       from parked_events join events using (position) order by position, projection`,
  )
  return rows
}

/** How many events a reader has set aside. */
export async function countParkedEvents(db: Db, reader: string): Promise<number> {
  const { rows } = await db.query<{ parked: number }>(
    `select count(*) as parked from parked_events where projection = $1`,
    [reader],
  )
  return rows[0]?.parked ?? 0
}

/** Locks an event that is set aside, so that it is taken up by one; null when it is not. */
export async function takeParkedEvent(
  tx: Transaction,
  reader: string,
  position: number,
): Promise<{ triedAt: number } | null> {
  const { rows } = await tx.query<{ triedAt: number }>(
    `select tried_at as "triedAt" from parked_events where projection = $1 and position = $2 for update`,
    [reader, position],
  )
  return rows[0] ?? null
}

/** Forgets that an event was set aside; false when it was not. */
export async function deleteParkedEvent(tx: Transaction, name: string, position: number): Promise<boolean> {
  const { rowCount } = await tx.query(`delete from parked_events where projection = $1 and position = $2`, [
    name,
    position,
  ])
  return rowCount === 1
}

/** The event at a position. Throws when there is none. */
export async function findEventAt(db: Db, position: number): Promise<StoredEvent> {
  const [event] = await findEventsAfter(db, position - 1, 1)
  if (event?.position !== position) throw new LogGapError(`event ${position} is missing`)
  return event
}

/** How many partitions lie wholly ahead of the head of the log. */
export async function countPartitionsAhead(db: Db): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from event_log l, pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'events'::regclass
        and (regexp_match(pg_get_expr(c.relpartbound, c.oid), $$FROM \\('(\\d+)'\\)$$))[1]::bigint > l.position`,
  )
  return rows[0]?.count ?? 0
}

/** Makes the partitions that the next ten million events need. */
export async function ensureEventPartitions(db: Db): Promise<void> {
  await db.query(`select ensure_event_partitions()`)
}
