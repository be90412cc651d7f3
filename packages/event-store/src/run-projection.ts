import type { Pool, Transaction } from '@muster/postgres'
import type { Logger } from '@muster/runtime'
import { applyOrPark } from './apply-or-park.ts'
import type { StoredEvent } from './event.ts'
import { readAll } from './read-all.ts'
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
    const { events, through } = await readAll(tx, { after, limit })
    for (const event of events) {
      const step = { name: projection.name, position: event.position }
      await applyOrPark(tx, step, logger, () => projection.apply(tx, event))
    }
    return { events: events.length, position: through }
  })
}
