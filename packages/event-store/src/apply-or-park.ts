import type { Transaction } from '@muster/postgres'
import type { Logger } from '@muster/runtime'
import { UnknownEventVersionError } from './errors.ts'
import { isDatabaseFault } from './is-database-fault.ts'
import { insertParkedEvent } from './store.ts'

/**
 * Does what a projection or reactor does at one position. What cannot be done is undone and set aside with its
 * reason, and does not stop the rest. Thrown are a fault of the database, which the next try may not meet, and an
 * event of a newer program, which must wait for it: UnknownEventVersionError.
 */
export async function applyOrPark(
  tx: Transaction,
  step: { name: string; position: number; triedAt?: number },
  logger: Logger,
  work: () => Promise<void>,
): Promise<void> {
  await tx.query('savepoint step')
  try {
    await work()
    await tx.query('release savepoint step')
  } catch (error) {
    if (isDatabaseFault(error) || error instanceof UnknownEventVersionError) throw error
    await tx.query('rollback to savepoint step')
    await insertParkedEvent(tx, step, String(error))
    logger.error({ err: error, projection: step.name, position: step.position }, 'event parked')
  }
}
