import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrate, startEmbeddedPostgres } from '@muster/postgres'

/** A PostgreSQL of its own with a migrated database, durable as in production. */
export type OwnServer = {
  url(): string
  /** Where the files of its tables are. */
  data: string
  /** Kills it without a word. */
  kill(): Promise<void>
  /** Starts it again after it was killed, on another port. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Starts a PostgreSQL for tests that kill it or look into its files; `stop` removes it. */
export async function startOwnServer(settings: readonly string[] = []): Promise<OwnServer> {
  const home = await mkdtemp(path.join(tmpdir(), 'muster-own-'))
  await chmod(home, 0o755)
  const folder = path.join(home, 'postgres')
  const start = () => startEmbeddedPostgres({ folder, database: 'own', settings })
  let server = await start()
  await migrate(server.url)
  const data = path.join(folder, 'data')
  return {
    url: () => server.url,
    data,
    async kill() {
      const lock = await readFile(path.join(data, 'postmaster.pid'), 'utf8')
      process.kill(Number(lock.split('\n')[0]), 'SIGKILL')
    },
    async start() {
      server = await start()
    },
    async stop() {
      await server.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
