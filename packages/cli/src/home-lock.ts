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
 * Takes the lock that makes this the only launcher on its private database. It lasts as long as its connection,
 * so a launcher that was killed leaves none behind.
 */
export async function lockHome(databaseUrl: string): Promise<HomeLock> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'starting' })
  const lost = new Promise<void>((resolve) => client.once('end', resolve))
  client.on('error', () => {})
  await client.connect()
  if (await tryLauncherLock(client)) {
    const announce = (apiUrl: string) => setConnectionName(client, `API ${apiUrl}`)
    return { kind: 'held', announce, lost, release: () => client.end() }
  }
  const holder = await findLauncher(client)
  await client.end()
  // Its connection may have ended in between.
  return { kind: 'busy', ...(holder ?? { since: new Date(), note: 'ending' }) }
}
