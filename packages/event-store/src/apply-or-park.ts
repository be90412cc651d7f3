import type { Transaction } from '@muster/postgres'
import type { Logger } from '@muster/runtime'
import { UnknownEventVersionError } from './errors.ts'
import { insertParkedEvent } from './store.ts'

/**
 * Does what a projection or reactor does at one position. What cannot be done is undone and set aside with its
 * reason, and does not stop the rest. Thrown are a fault of the database, which the next try may not meet, and an
 * event of a newer program, which must wait for it: UnknownEventVersionError.
 */
export async function applyOrPark(
  tx: Transaction,
  { name, position }: { name: string; position: number },
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
    await insertParkedEvent(tx, name, position, String(error))
    logger.error({ err: error, projection: name, position }, 'event parked')
  }
}

// SQLSTATE classes 22 and 23 are faults of the data, and 54 is data too large for the database, as a word for an
// index; all others may pass by themselves. After a lost connection, which has no SQLSTATE, the rollback to the
// savepoint throws.
function isDatabaseFault(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^(22|23|54)/.test(code)
}
