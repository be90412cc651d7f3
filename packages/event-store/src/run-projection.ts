import type { Pool, Transaction } from '@muster/postgres'
import type { Logger } from '@muster/runtime'
import type { StoredEvent } from './event.ts'
import { readAll } from './read-all.ts'
import { insertParkedEvent } from './store.ts'
import { withCheckpoint } from './with-checkpoint.ts'

/** What a projection does with one event, inside the transaction that also moves its checkpoint. */
export type Projection = {
  name: string
  apply(tx: Transaction, event: StoredEvent): Promise<void>
}

/** What one step did: how many events it took and the position that it reached. */
export type ProjectionStep = { events: number; position: number }

/**
 * Takes a projection one batch further. Effects and checkpoint commit together, so a crash at any moment
 * repeats nothing and loses nothing. Any number of processes may call it: they take turns on the checkpoint.
 * An event that cannot be applied is parked with its reason and does not stop the rest; a fault of the
 * database (which the next try may not meet) is thrown instead.
 */
export async function runProjection(
  pool: Pool,
  projection: Projection,
  logger: Logger,
  limit = 200,
): Promise<ProjectionStep> {
  return withCheckpoint(pool, projection.name, async (tx, after) => {
    const events = await readAll(tx, { after, limit })
    for (const event of events) await applyOrPark(tx, projection, event, logger)
    return { events: events.length, position: events.at(-1)?.position ?? after }
  })
}

async function applyOrPark(
  tx: Transaction,
  projection: Projection,
  event: StoredEvent,
  logger: Logger,
): Promise<void> {
  await tx.query('savepoint event')
  try {
    await projection.apply(tx, event)
    await tx.query('release savepoint event')
  } catch (error) {
    if (isDatabaseFault(error)) throw error
    await tx.query('rollback to savepoint event')
    await insertParkedEvent(tx, projection.name, event.position, String(error))
    logger.error({ err: error, projection: projection.name, position: event.position }, 'event parked')
  }
}

// SQLSTATE classes 22 and 23 are faults of the data; all others may pass by themselves. After a lost
// connection, which has no SQLSTATE, the rollback to the savepoint throws.
function isDatabaseFault(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^2[23]/.test(code)
}
