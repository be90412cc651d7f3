import type { Cluster } from './embedded-cluster.ts'

/** Returns the address of a database of the server on `port`. */
export function serverUrl(cluster: Pick<Cluster, 'password'>, port: number, database = 'postgres'): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}
