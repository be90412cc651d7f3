import type { Pool, Transaction } from '@muster/postgres'
import { lockArchives } from './store.ts'

/** Does work on the archives of the log on a connection of its own, one process at a time; in no transaction. */
export async function whileArchiving<T>(pool: Pool, work: (db: Transaction) => Promise<T>): Promise<T> {
  const db = await pool.connect()
  try {
    await lockArchives(db)
    return await work(db)
  } finally {
    // The lock goes with the connection.
    db.release(true)
  }
}
