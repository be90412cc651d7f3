import path from 'node:path'
import { openCluster } from './embedded-cluster.ts'
import { createDatabase } from './embedded-database.ts'
import { serveCluster } from './embedded-serve.ts'
import { stopCluster } from './embedded-stop.ts'
import { serverUrl } from './embedded-url.ts'

export type EmbeddedPostgresOptions = {
  /** Keeps the data and the password; made when missing. */
  folder: string
  database: string
  /** Server settings such as `fsync=off`. */
  settings?: readonly string[]
}

export type EmbeddedPostgres = {
  url: string
  /** The server was still running, left behind by a run that was killed. */
  adopted: boolean
  stop: () => Promise<void>
}

/** Starts a private PostgreSQL on a free loopback port, on the data of earlier starts in the same folder. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { folder, database, settings = [] } = options
  const cluster = await openCluster(path.resolve(folder))
  const { port, adopted } = await serveCluster(cluster, settings)
  await createDatabase(serverUrl(cluster, port), database)
  return { url: serverUrl(cluster, port, database), adopted, stop: () => stopCluster(cluster) }
}
