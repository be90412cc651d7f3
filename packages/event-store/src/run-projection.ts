import type { Pool, Transaction } from '@muster/postgres'
import type { Logger } from '@muster/runtime'
import { applyOrPark } from './apply-or-park.ts'
import { UnknownEventVersionError } from './errors.ts'
import type { StoredEvent } from './event.ts'
import { inOrderOfWork } from './in-order-of-work.ts'
import { isDatabaseFault } from './is-database-fault.ts'
import type { ReadPage } from './read-ahead.ts'
import { readAll } from './read-all.ts'
import { withCheckpoint } from './with-checkpoint.ts'

/** What a projection does with events, in order, inside the transaction that also moves its checkpoint. */
export type Projection = {
  name: string
  /** Whose events it takes up again, where that is another: a rebuild does what its projection was told. */
  reader?: string
  /** How it reads the log, where that is not readAll. */
  read?: ReadPage
  /** May be called again with a part of the same events when one of them cannot be applied. */
  apply(tx: Transaction, events: StoredEvent[]): Promise<void>
}

/** A log that is far ahead is caught up with in a sixth less time than by 500 at once; a step still takes less than a second. */
const BATCH = 2_000

/** What one step did: how many events it took and the position that it reached. */
export type ProjectionStep = { events: number; position: number }

/**
 * Takes a projection one batch further. Effects and checkpoint commit together, so a crash at any moment
 * repeats nothing and loses nothing. Any number of processes may call it: they take turns on the checkpoint.
 * An event that cannot be applied is parked with its reason and does not stop the rest; a fault of the
 * database (which the next try may not meet) is thrown instead. `takeUpEvent` has a parked one tried again.
 */
export async function runProjection(
  pool: Pool,
  projection: Projection,
  logger: Logger,
  limit = BATCH,
): Promise<ProjectionStep> {
  return withCheckpoint(pool, projection.name, async (tx, after) => {
    const { read = readAll } = projection
    const { events, through } = await read(tx, { after, limit })
    await applyInHalves(tx, projection, await inOrderOfWork(tx, projection, events), logger)
    return { events: events.length, position: through }
  })
}

/** Applies a batch; one that fails is cut in two until the event is alone that cannot be applied. */
async function applyInHalves(
  tx: Transaction,
  projection: Projection,
  events: StoredEvent[],
  logger: Logger,
): Promise<void> {
  const [first] = events
  if (!first) return
  if (events.length === 1) {
    const { position, original = position } = first
    const step = { name: projection.name, position: original, triedAt: position }
    return applyOrPark(tx, step, logger, () => projection.apply(tx, events))
  }
  await tx.query('savepoint batch')
  try {
    await projection.apply(tx, events)
    await tx.query('release savepoint batch')
  } catch (error) {
    if (isDatabaseFault(error) || error instanceof UnknownEventVersionError) throw error
    await tx.query('rollback to savepoint batch')
    const middle = events.length >> 1
    await applyInHalves(tx, projection, events.slice(0, middle), logger)
    await applyInHalves(tx, projection, events.slice(middle), logger)
  }
}
