import { collectAfterCommit } from './after-commit.ts'
import type { Pool, Transaction } from './create-pool.ts'

/**
 * Runs the work in one READ COMMITTED transaction: commits its result, rolls back when it throws. What the work
 * left with afterCommit is done after the commit.
 */
export async function withTransaction<T>(pool: Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const tx = await pool.connect()
  const committed = collectAfterCommit(tx, pool)
  let broken: Error | undefined
  try {
    await tx.query('begin')
    const result = await work(tx)
    await tx.query('commit')
    committed()
    return result
  } catch (error) {
    await tx.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    tx.release(broken)
  }
}
