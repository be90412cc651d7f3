import { realpath } from 'node:fs/promises'
import pg from 'pg'
import type { Cluster } from './embedded-cluster.ts'
import { serverUrl } from './embedded-url.ts'

/** Says whether the server on `port` is the one that serves this cluster. */
export async function answersFor(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: serverUrl(cluster, port), connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0] !== undefined && (await realpath(rows[0].data_directory)) === cluster.data
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
