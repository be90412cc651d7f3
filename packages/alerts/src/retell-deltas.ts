import { findDeltasBetween } from '@muster/deltas'
import { deleteParkedEvent } from '@muster/event-store'
import { type Pool, withTransaction } from '@muster/postgres'
import type { Logger } from '@muster/runtime'
import { reactorName, tellAll } from './raise-alerts.ts'

/** The most deltas that one event can cause: its claim's series, some dozens. */
const MOST_DELTAS = 65_536

export type RetoldDeltas = { kind: 'told'; alerts: number } | { kind: 'not-set-aside' }

/**
 * Tells the deltas of a position again that had been set aside; what cannot be told is set aside once more. Alerts
 * that were raised stay as they are: each belongs to its delta.
 */
export async function retellDeltas(
  pool: Pool,
  logger: Logger,
  position: number,
  now: Date,
): Promise<RetoldDeltas> {
  return withTransaction(pool, async (tx) => {
    if (!(await deleteParkedEvent(tx, reactorName, position))) return { kind: 'not-set-aside' }
    const before = { position, ordinal: -1 }
    const deltas = await findDeltasBetween(tx, before, position, MOST_DELTAS)
    const deliveries = await tellAll(tx, logger, deltas, now)
    return { kind: 'told', alerts: deliveries.length }
  })
}
