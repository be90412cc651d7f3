import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
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

/** A server that lost a session starts anew within seconds; one that does not is gone. */
const PATIENCE_MS = 15_000
const PAUSE_MS = 250

/**
 * Takes the lock that makes this the only launcher of a home folder on a database. It lasts as long as its
 * connection, so a launcher that was killed leaves none behind; one that lives takes it again when only the
 * connection ends. Launchers of other homes may use the database too.
 */
export async function lockHome(databaseUrl: string, home: string): Promise<HomeLock> {
  const key = await keyOf(home)
  const client = await connect(databaseUrl)
  if (await tryLauncherLock(client, key)) return keepLock(databaseUrl, key, client)
  const holder = await findLauncher(client, key)
  await client.end()
  // Its connection may have ended in between.
  return { kind: 'busy', ...(holder ?? { since: new Date(), note: 'ending' }) }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'starting' })
  client.on('error', () => {})
  await client.connect()
  return client
}

function keepLock(databaseUrl: string, key: number, first: pg.Client): Extract<HomeLock, { kind: 'held' }> {
  let client = first
  let name: string | null = null
  let isReleased = false
  return {
    kind: 'held',
    lost: keep(),
    async announce(apiUrl) {
      name = `API ${apiUrl}`
      await setConnectionName(client, name)
    },
    async release() {
      isReleased = true
      await client.end()
    },
  }

  async function keep(): Promise<void> {
    for (;;) {
      await ended(client)
      const next = await retake(databaseUrl, key, () => isReleased)
      if (next === null) return
      client = next
      if (name !== null) await setConnectionName(client, name).catch(() => {})
    }
  }
}

// Not events.once: the error of a connection that is cut comes first, and would reject.
const ended = (client: pg.Client) => new Promise<void>((resolve) => client.once('end', resolve))

/** Null when it is released, when the server does not come back, or when another launcher has the lock by then. */
async function retake(
  databaseUrl: string,
  key: number,
  isReleased: () => boolean,
): Promise<pg.Client | null> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until && !isReleased()) {
    const client = await connect(databaseUrl).catch(() => null)
    if (client !== null) {
      const isHeld = await tryLauncherLock(client, key).catch(() => false)
      // One that is released meanwhile must leave no connection behind.
      if (isHeld && !isReleased()) return client
      await client.end().catch(() => {})
    }
    await delay(PAUSE_MS)
  }
  return null
}

// The same path on another host is another home. 31 bits, because pg_locks shows the key without its sign.
async function keyOf(home: string): Promise<number> {
  const name = `${hostname()}:${await realpath(home)}`
  return createHash('sha256').update(name).digest().readUInt32BE() >>> 1
}
