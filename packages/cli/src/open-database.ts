import path from 'node:path'
import { startEmbeddedPostgres } from '@muster/postgres'
import pg from 'pg'
import type { Cleanup } from './cleanup.ts'
import { type HomeLock, lockHome } from './home-lock.ts'
import { LauncherError } from './launcher-error.ts'
import { reasonOf } from './reason-of.ts'
import type { Reporter } from './reporter.ts'
import { shortPath } from './short-path.ts'
import { readServerVersion } from './store.ts'

export type Database =
  | {
      kind: 'open'
      url: string
      /** Tells a second launcher where the API is. */
      announce: (apiUrl: string) => Promise<void>
      /** Resolves, with the reason, when a private one is gone; stays open otherwise. */
      lost: Promise<string>
    }
  | Extract<HomeLock, { kind: 'busy' }>

/** Uses the database at `url`, or starts a private one in `home`, unless another launcher of `home` does. */
export async function openDatabase(
  url: string | undefined,
  home: string,
  reporter: Reporter,
  cleanup: Cleanup,
): Promise<Database> {
  if (url === undefined) return startPrivateDatabase(home, reporter, cleanup)
  const version = await versionOf(url, 'DATABASE_URL')
  const lock = await lockHome(url, home)
  if (lock.kind === 'busy') return lock
  cleanup.add(lock.release)
  reporter.done(`PostgreSQL ${version} on ${new URL(url).host} (DATABASE_URL)`)
  return { kind: 'open', url, announce: lock.announce, lost: new Promise(() => {}) }
}

async function startPrivateDatabase(home: string, reporter: Reporter, cleanup: Cleanup): Promise<Database> {
  const folder = path.join(home, 'postgres')
  reporter.progress('starting PostgreSQL')
  const server = await startEmbeddedPostgres({ folder, database: 'muster' })
  const lock = await lockHome(server.url, home)
  // From here on the server is another launcher's, or ours to stop.
  if (lock.kind === 'busy') return lock
  cleanup.add(lock.release)
  cleanup.add(async () => {
    await server.stop()
    reporter.done('PostgreSQL stopped')
  })
  const version = await versionOf(server.url, shortPath(folder))
  const origin = server.adopted ? ', left running by an earlier start' : ''
  reporter.done(`PostgreSQL ${version} on ${new URL(server.url).host} (${shortPath(folder)}${origin})`)
  const lost = lock.lost.then(() => `the private PostgreSQL has ended; see ${shortPath(folder)}`)
  return { kind: 'open', url: server.url, announce: lock.announce, lost }
}

async function versionOf(url: string, origin: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    return await readServerVersion(client)
  } catch (cause) {
    const { host } = new URL(url)
    throw new LauncherError(`cannot use the database on ${host} (${origin}): ${reasonOf(cause)}`, { cause })
  } finally {
    await client.end().catch(() => {})
  }
}
