import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Cluster } from './embedded-cluster.ts'
import { EmbeddedPostgresError } from './embedded-error.ts'
import { runAsServer } from './embedded-run.ts'
import { removeStaleLock } from './embedded-stale-lock.ts'

/** Stops the cluster's server, ending its sessions; a server that is gone already is fine. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  for (const mode of ['fast', 'immediate'] as const) {
    if (await isGone(cluster)) return
    if (await stop(cluster, mode)) return
  }
  if (await isGone(cluster)) return
  throw new EmbeddedPostgresError(
    `the PostgreSQL server of ${cluster.data} does not stop: see ${lockFile(cluster)}`,
  )
}

async function isGone(cluster: Cluster): Promise<boolean> {
  await removeStaleLock(cluster.data)
  return !existsSync(lockFile(cluster))
}

async function stop(cluster: Cluster, mode: 'fast' | 'immediate'): Promise<boolean> {
  const args = ['-D', cluster.data, '-m', mode, '-w', '-t', '20', 'stop']
  const result = await runAsServer(path.join(cluster.binaries, 'bin/pg_ctl'), args)
  return result.kind === 'ok'
}

function lockFile(cluster: Cluster): string {
  return path.join(cluster.data, 'postmaster.pid')
}
