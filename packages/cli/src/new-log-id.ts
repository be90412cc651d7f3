import { renewLogId } from '@muster/event-store'
import { connectDatabase } from '@muster/postgres'
import { createLogger, parseEnvironment, serviceSettings } from '@muster/runtime'

/** The command `new-log-id`: gives the log of a copied database an id of its own, and prints it. */
export async function newLogId(): Promise<void> {
  const { DATABASE_URL } = parseEnvironment({ DATABASE_URL: serviceSettings.DATABASE_URL }, process.env)
  const pool = await connectDatabase(DATABASE_URL, 'new-log-id', createLogger('new-log-id', 'silent'))
  try {
    process.stdout.write(`${await renewLogId(pool)}\n`)
  } finally {
    await pool.end()
  }
}
