import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Cluster } from './embedded-cluster.ts'
import { EmbeddedPostgresError } from './embedded-error.ts'
import { runAsServer } from './embedded-run.ts'

/** Stops the cluster's server, ending its sessions; a server that is gone already is fine. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  if (await stop(cluster, 'fast')) return
  if (await stop(cluster, 'immediate')) return
  if (!existsSync(lockFile(cluster))) return
  throw new EmbeddedPostgresError(
    `the PostgreSQL server of ${cluster.data} does not stop: see ${lockFile(cluster)}`,
  )
}

async function stop(cluster: Cluster, mode: 'fast' | 'immediate'): Promise<boolean> {
  const args = ['-D', cluster.data, '-m', mode, '-w', '-t', '20', 'stop']
  const result = await runAsServer(path.join(cluster.binaries, 'bin/pg_ctl'), args)
  return result.kind === 'ok'
}

function lockFile(cluster: Cluster): string {
  return path.join(cluster.data, 'postmaster.pid')
}
