import type { Pool } from '@muster/postgres'

const SLICE = 100_000
/** Events of a stream, as of an article with its claims. */
export const STREAM_LENGTH = 10

/**
 * Fills an empty part of the log up to a position by one INSERT a slice, with events of the usual size (about 700
 * bytes of JSON), streams of ten events that lie together, and one append each. Not by append, which would take
 * hours; the chain of hashes is not that of the events.
 */
export async function fillLog(pool: Pool, from: number, through: number): Promise<void> {
  for (let start = from; start < through; start += SLICE) {
    const end = Math.min(start + SLICE, through)
    await pool.query('select ensure_event_partitions()')
    await pool.query(
      `insert into events (position, stream_id, version, event_id, type, schema_version, data, metadata, occurred_at, recorded_at, digest)
       select p, 'article-' || (p - 1) / ${STREAM_LENGTH}, (p - 1) % ${STREAM_LENGTH} + 1, gen_random_uuid(), 'ClaimRecorded', 1,
              jsonb_build_object('claimId', gen_random_uuid(), 'low', p, 'high', p + 7, 'words', repeat(md5(p::text) || ' ', 17)),
              '{}', now(), now(), sha256(int8send(p))
         from generate_series($1::bigint + 1, $2::bigint) p`,
      [start, end],
    )
    await pool.query(
      `insert into streams (stream_id, version, first_position)
       select 'article-' || s, ${STREAM_LENGTH}, s * ${STREAM_LENGTH} + 1
         from generate_series($1::bigint / ${STREAM_LENGTH}, $2::bigint / ${STREAM_LENGTH} - 1) s`,
      [start, end],
    )
    await pool.query(
      `insert into appends (key, first_position, last_position, digest, hash, recorded_at)
       select gen_random_uuid(), s * ${STREAM_LENGTH} + 1, s * ${STREAM_LENGTH} + ${STREAM_LENGTH}, '', '', now()
         from generate_series($1::bigint / ${STREAM_LENGTH}, $2::bigint / ${STREAM_LENGTH} - 1) s`,
      [start, end],
    )
    await pool.query('update event_log set position = $1', [end])
  }
}
