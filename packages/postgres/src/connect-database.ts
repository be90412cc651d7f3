import type { Logger } from '@muster/runtime'
import { createPool, type Pool } from './create-pool.ts'

/** The database cannot be used yet; the message says what to do. */
export class DatabaseNotReadyError extends Error {
  override name = 'DatabaseNotReadyError'
}

/** A pool on a database that answers and has its tables. Throws DatabaseNotReadyError. */
export async function connectDatabase(databaseUrl: string, name: string, logger: Logger): Promise<Pool> {
  const pool = createPool(databaseUrl, name, logger)
  try {
    await pool.query('select position from event_log')
    return pool
  } catch (error) {
    await pool.end()
    throw new DatabaseNotReadyError(advice(error), { cause: error })
  }
}

function advice(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  return code === '42P01'
    ? 'the database has no tables yet: run "npm run muster -- migrate" first'
    : `the database at DATABASE_URL does not answer (${message || code}): is it running, and is the address right?`
}
