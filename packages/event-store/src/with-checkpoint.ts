import { type Pool, type Transaction, withTransaction } from '@muster/postgres'
import { insertCheckpoint, lockCheckpoint, moveCheckpoint } from './store.ts'

/**
 * Does the work that follows a checkpoint and moves the checkpoint to the position that the work answers with,
 * in one transaction: both happen or neither. Processes that share a checkpoint take turns.
 */
export async function withCheckpoint<T extends { position: number }>(
  pool: Pool,
  name: string,
  work: (tx: Transaction, after: number) => Promise<T>,
): Promise<T> {
  await insertCheckpoint(pool, name)
  return withTransaction(pool, async (tx) => {
    const after = await lockCheckpoint(tx, name)
    const done = await work(tx, after)
    if (done.position !== after && !(await moveCheckpoint(tx, name, after, done.position))) {
      throw new Error(`the checkpoint of ${name} moved under its lock`)
    }
    return done
  })
}
