import { randomUUID } from 'node:crypto'
import type { NewEvent } from '@muster/event-store'
import type { Pool } from '@muster/postgres'

export const BARE_COLUMNS = [
  'stream_id',
  'version',
  'event_id',
  'type',
  'schema_version',
  'data',
  'metadata',
  'occurred_at',
  'digest',
]

export type BareRow = (string | number | Buffer)[]

const DIGEST = Buffer.alloc(32, 7)

/** The table of the log with nothing that makes it a log. */
export async function createBareTable(pool: Pool): Promise<void> {
  await pool.query(`
    create table bare_events (
      position bigint generated always as identity primary key, stream_id text not null, version bigint not null,
      event_id uuid not null, type text not null, schema_version smallint not null, data jsonb not null,
      metadata jsonb not null, occurred_at timestamptz not null, recorded_at timestamptz not null default now(),
      digest bytea not null);
    create index on bare_events (stream_id, position)`)
}

/** The rows that the log would get, but for positions and a true digest. */
export function toBareRows(stream: string, events: NewEvent[]): BareRow[] {
  return events.map(({ type, data, metadata, occurredAt }, index) => [
    stream,
    index + 1,
    randomUUID(),
    type.name,
    type.version,
    JSON.stringify(data),
    JSON.stringify(metadata),
    occurredAt.toISOString(),
    DIGEST,
  ])
}
