import { findArchivedThrough, headOfLog, projectionPosition } from '@muster/event-store'
import type { Pool } from '@muster/postgres'
import type { Delta } from './delta.ts'
import { type DeltaCursor, decodeCursor, encodeCursor, endOf, NO_DIGEST } from './delta-cursor.ts'
import { type DeltaFilter, findDeltasBetween, findEventDigest } from './store.ts'

/** A page of deltas and the cursor that continues after it; `more` when another page is ready now. */
export type DeltaPage =
  | { kind: 'page'; deltas: Delta[]; next: string; more: boolean }
  | { kind: 'not-a-cursor' }
  | { kind: 'cursor-diverged' }
  | { kind: 'cursor-too-old'; archived: number }

/**
 * Reads the deltas after a cursor, or from the beginning, or (`from: 'now'`) only gives the cursor of this
 * moment. Following `next` gives every delta once, in order, whatever the filter. A cursor of another or a
 * restored log is told apart by the log's id and the digest of the event it stands on; where that event has gone into
 * an archive since, the cursor is too old. The deltas themselves stay, and can all be read from the beginning.
 */
export async function readDeltas(
  pool: Pool,
  projection: string,
  request: { after?: string | undefined; from?: 'start' | 'now' | undefined; limit: number } & DeltaFilter,
): Promise<DeltaPage> {
  // Read first: deltas up to here are all visible in what is read later.
  const through = await projectionPosition(pool, projection)
  const { logId, position: head } = await headOfLog(pool)
  const cursor = request.after === undefined ? undefined : decodeCursor(request.after)
  if (cursor === null) return { kind: 'not-a-cursor' }
  const fault = cursor ? await faultOf(pool, cursor, { logId, head }) : null
  if (fault) return fault

  const asked = cursor ?? beginning(request.from, through)
  const deltas = await findDeltasBetween(pool, asked, through, request.limit, request)
  const more = deltas.length === request.limit
  // A cursor ahead of deltas that are being built anew stays where it is.
  const last = more ? deltas.at(-1) : through < asked.position ? asked : endOf(through)
  const { position, ordinal } = last ?? asked
  const digest = (await findEventDigest(pool, position))?.toString('hex') ?? NO_DIGEST
  return { kind: 'page', deltas, next: encodeCursor({ logId, position, ordinal, digest }), more }
}

function beginning(
  from: 'start' | 'now' | undefined,
  through: number,
): { position: number; ordinal: number } {
  return endOf(from === 'now' ? through : 0)
}

async function faultOf(
  pool: Pool,
  cursor: DeltaCursor,
  { logId, head }: { logId: string; head: number },
): Promise<DeltaPage | null> {
  if (cursor.logId !== logId.slice(0, 8) || cursor.position > head) return { kind: 'cursor-diverged' }
  if (cursor.position === 0) return null
  const digest = await findEventDigest(pool, cursor.position)
  if (digest) return digest.toString('hex').startsWith(cursor.digest) ? null : { kind: 'cursor-diverged' }
  const archived = await findArchivedThrough(pool)
  if (cursor.position > archived) return { kind: 'cursor-diverged' }
  // One that was given when its event was in an archive already has none to compare.
  return cursor.digest === NO_DIGEST ? null : { kind: 'cursor-too-old', archived }
}
