import path from 'node:path'
import { startEmbeddedPostgres } from '@muster/postgres'
import pg from 'pg'
import type { Cleanup } from './cleanup.ts'
import { type HomeLock, lockHome } from './home-lock.ts'
import { LauncherError } from './launcher-error.ts'
import type { Reporter } from './reporter.ts'
import { shortPath } from './short-path.ts'
import { readServerVersion } from './store.ts'

export type Database =
  | { kind: 'open'; url: string; lock: Extract<HomeLock, { kind: 'held' }> | null }
  | Extract<HomeLock, { kind: 'busy' }>

/** Uses the database at `url`, or starts a private one in `home` that no other launcher uses. */
export async function openDatabase(
  url: string | undefined,
  home: string,
  reporter: Reporter,
  cleanup: Cleanup,
): Promise<Database> {
  if (url === undefined) return startPrivateDatabase(path.join(home, 'postgres'), reporter, cleanup)
  reporter.done(`PostgreSQL ${await versionOf(url)} on ${new URL(url).host} (DATABASE_URL)`)
  return { kind: 'open', url, lock: null }
}

async function startPrivateDatabase(folder: string, reporter: Reporter, cleanup: Cleanup): Promise<Database> {
  const server = await startEmbeddedPostgres({ folder, database: 'muster' })
  const lock = await lockHome(server.url)
  // From here on the server is another launcher's, or ours to stop.
  if (lock.kind === 'busy') return lock
  cleanup.add(lock.release)
  cleanup.add(async () => {
    await server.stop()
    reporter.done('PostgreSQL stopped')
  })
  const origin = server.adopted ? ', left running by an earlier start' : ''
  reporter.done(
    `PostgreSQL ${await versionOf(server.url)} on ${new URL(server.url).host} (${shortPath(folder)}${origin})`,
  )
  return { kind: 'open', url: server.url, lock }
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    return await readServerVersion(client)
  } catch (cause) {
    throw new LauncherError(`cannot use the database on ${new URL(url).host}: ${reasonOf(cause)}`, { cause })
  } finally {
    await client.end().catch(() => {})
  }
}

// A name with several addresses fails once for each.
function reasonOf(cause: unknown): string {
  const error: unknown = cause instanceof AggregateError ? cause.errors[0] : cause
  return error instanceof Error ? error.message : String(error)
}
