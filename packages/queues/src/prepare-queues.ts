import { runMigrations } from 'bullmq'
import pg from 'pg'
import type { QueueOptions } from './create-queues.ts'

/** Makes the tables that queues on Postgres need; does nothing when they live on Redis. May be repeated. */
export async function prepareQueues({
  databaseUrl,
  redisUrl,
}: Pick<QueueOptions, 'databaseUrl' | 'redisUrl'>): Promise<void> {
  if (redisUrl) return
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'muster queues' })
  await client.connect()
  try {
    await runMigrations(client)
  } finally {
    await client.end()
  }
}
