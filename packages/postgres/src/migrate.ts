import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url))

/** Applies the numbered migrations that are missing. Processes that start together wait for each other. */
export async function migrate(databaseUrl: string): Promise<{ applied: string[] }> {
  const applied = await runner({
    databaseUrl,
    dir: MIGRATIONS,
    direction: 'up',
    migrationsTable: 'schema_migrations',
    advisoryLockMode: 'wait',
    log: () => {},
  })
  return { applied: applied.map(({ name }) => name) }
}
