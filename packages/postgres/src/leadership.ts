import { inTime, type Logger } from '@muster/runtime'
import pg from 'pg'

/** Whether this process is the one, of those with the same lock, that works now. */
export type Leadership = {
  /** Tries to become it; true while it is. Throws when the database cannot be asked. */
  holds(): Promise<boolean>
  stop(): Promise<void>
}

type LeadershipOptions = { databaseUrl: string; name: string; lock: number; logger: Logger }

const PATIENCE_MS = 5_000

/** A machine that is gone says no farewell: by itself the server would keep its lock for two hours. */
const SOON_MISSED = '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3'

/**
 * One leader among any number of processes, by an advisory lock that lasts as long as its connection: when a
 * leader dies, the next that asks takes over. It saves the others work and no more; that nothing is done twice is
 * the checkpoint's business, because a cut connection can leave two leaders for a while.
 */
export function createLeadership({ databaseUrl, name, lock, logger }: LeadershipOptions): Leadership {
  let client: pg.Client | null = null
  let isLeader = false
  return {
    async holds() {
      if (isLeader) return true
      client ??= await connect()
      const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
        lock,
      ])
      isLeader = rows[0]?.taken ?? false
      if (isLeader) logger.info({ name }, 'lead taken')
      return isLeader
    },
    async stop() {
      await inTime(PATIENCE_MS, client?.end() ?? Promise.resolve()).catch(() => {})
    },
  }

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: `muster ${name} leader`,
      keepAlive: true,
      options: SOON_MISSED,
      connectionTimeoutMillis: PATIENCE_MS,
    })
    next.on('error', () => {})
    next.on('end', () => {
      if (isLeader) logger.info({ name }, 'lead given up')
      isLeader = false
      client = null
    })
    await next.connect()
    return next
  }
}
