import { migrate as migrateDatabase } from '@muster/postgres'
import { prepareQueues } from '@muster/queues'
import { parseEnvironment, serviceSettings } from '@muster/runtime'

const { DATABASE_URL, REDIS_URL } = serviceSettings

/** The command `migrate`: brings the tables of Muster and of its queues up to date. */
export async function migrate(): Promise<void> {
  const config = parseEnvironment({ DATABASE_URL, REDIS_URL }, process.env)
  const { applied } = await migrateDatabase(config.DATABASE_URL)
  await prepareQueues({ databaseUrl: config.DATABASE_URL, redisUrl: config.REDIS_URL })
  process.stdout.write(applied.length === 0 ? 'up to date\n' : `applied ${applied.join(', ')}\n`)
}
