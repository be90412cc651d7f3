import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { hostname } from 'node:os'
import pg from 'pg'
import { findLauncher, setConnectionName, tryLauncherLock } from './store.ts'

export type HomeLock =
  | {
      kind: 'held'
      /** Tells a second launcher where the API is. */
      announce: (apiUrl: string) => Promise<void>
      /** Resolves when the database is gone, and the lock with it. */
      lost: Promise<void>
      release: () => Promise<void>
    }
  | {
      kind: 'busy'
      since: Date
      /** Where its API is, or that it is still starting. */
      note: string
    }

/**
 * Takes the lock that makes this the only launcher of a home folder on a database. It lasts as long as its
 * connection, so a launcher that was killed leaves none behind. Launchers of other homes may use the database too.
 */
export async function lockHome(databaseUrl: string, home: string): Promise<HomeLock> {
  const key = await keyOf(home)
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'starting' })
  const lost = new Promise<void>((resolve) => client.once('end', resolve))
  client.on('error', () => {})
  await client.connect()
  if (await tryLauncherLock(client, key)) {
    const announce = (apiUrl: string) => setConnectionName(client, `API ${apiUrl}`)
    return { kind: 'held', announce, lost, release: () => client.end() }
  }
  const holder = await findLauncher(client, key)
  await client.end()
  // Its connection may have ended in between.
  return { kind: 'busy', ...(holder ?? { since: new Date(), note: 'ending' }) }
}

// The same path on another host is another home. 31 bits, because pg_locks shows the key without its sign.
async function keyOf(home: string): Promise<number> {
  const name = `${hostname()}:${await realpath(home)}`
  return createHash('sha256').update(name).digest().readUInt32BE() >>> 1
}
