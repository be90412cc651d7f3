import type { Pool, Transaction } from './create-pool.ts'

type Work = (pool: Pool) => void

const waiting = new WeakMap<Transaction, Work[]>()

/** Does something once the transaction is committed, and nothing when it is rolled back. The work must not throw. */
export function afterCommit(tx: Transaction, work: Work): void {
  waiting.get(tx)?.push(work)
}

/** Begins to take down the work of a transaction; the answer does it. */
export function collectAfterCommit(tx: Transaction, pool: Pool): () => void {
  const works: Work[] = []
  waiting.set(tx, works)
  return () => {
    for (const work of works) work(pool)
  }
}
