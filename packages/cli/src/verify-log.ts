import { verifyLog as verify } from '@muster/event-store'
import { connectDatabase } from '@muster/postgres'
import { createLogger, parseEnvironment, serviceSettings } from '@muster/runtime'

/**
 * The command `verify-log`: goes through the whole log and its hash chain, and through the files of its archives where
 * their folder is named, and says whether anything was changed. Ends with exit code 1 when it was.
 */
export async function verifyLog({ archives }: { archives?: string }): Promise<void> {
  const { DATABASE_URL } = parseEnvironment({ DATABASE_URL: serviceSettings.DATABASE_URL }, process.env)
  const pool = await connectDatabase(DATABASE_URL, 'verify-log', createLogger('verify-log', 'silent'))
  try {
    const result = await verify(pool, archives)
    if (result.kind === 'broken') process.exitCode = 1
    process.stdout.write(`${JSON.stringify(result)}\n`)
  } finally {
    await pool.end()
  }
}
