import type { Logger } from '@muster/runtime'
import { createPool, type Pool } from './create-pool.ts'
import { notReady } from './database-not-ready.ts'

/** A pool on a database that answers and has its tables. Throws DatabaseNotReadyError. */
export async function connectDatabase(databaseUrl: string, name: string, logger: Logger): Promise<Pool> {
  const pool = createPool(databaseUrl, name, logger)
  try {
    await pool.query('select position from event_log')
    return pool
  } catch (error) {
    await pool.end()
    throw notReady(error)
  }
}
