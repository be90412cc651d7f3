import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'
import pg from 'pg'
import { notReady } from './database-not-ready.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url))

/**
 * Applies the numbered migrations that are missing. Processes that start together wait for each other.
 * Throws DatabaseNotReadyError when the database does not answer.
 */
export async function migrate(databaseUrl: string): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'muster migrate' })
  await client.connect().catch((error: unknown) => {
    throw notReady(error)
  })
  try {
    const applied = await runner({
      dbClient: client,
      dir: MIGRATIONS,
      direction: 'up',
      migrationsTable: 'schema_migrations',
      advisoryLockMode: 'wait',
      log: () => {},
    })
    return { applied: applied.map(({ name }) => name) }
  } finally {
    await client.end()
  }
}
