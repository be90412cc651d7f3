import { migrate as migrateDatabase } from '@muster/postgres'
import { prepareQueues } from '@muster/queues'
import { ConfigurationError, parseEnvironment, serviceSettings, type Values } from '@muster/runtime'

const { DATABASE_URL, REDIS_URL } = serviceSettings
const settings = { DATABASE_URL, REDIS_URL }

/** The command `migrate`: brings the tables of Muster and of its queues up to date. */
export async function migrate(): Promise<void> {
  const config = readConfig()
  if (config === null) return
  const { applied } = await migrateDatabase(config.DATABASE_URL)
  await prepareQueues({ databaseUrl: config.DATABASE_URL, redisUrl: config.REDIS_URL })
  process.stdout.write(applied.length === 0 ? 'up to date\n' : `applied ${applied.join(', ')}\n`)
}

function readConfig(): Values<typeof settings> | null {
  try {
    return parseEnvironment(settings, process.env)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
    return null
  }
}
