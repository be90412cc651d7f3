import { readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '@muster/runtime'
import { answersFor } from './embedded-answers.ts'
import type { Cluster } from './embedded-cluster.ts'
import { EmbeddedPostgresError } from './embedded-error.ts'
import { runAsServer } from './embedded-run.ts'
import { removeStaleLock } from './embedded-stale-lock.ts'

const PATIENCE = 30_000

/** Makes sure that a server serves the cluster: an orphan of an earlier run is adopted, else one is started. */
export async function serveCluster(
  cluster: Cluster,
  settings: readonly string[],
): Promise<{ port: number; adopted: boolean }> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const running = await findRunningServer(cluster)
    if (running !== null) return { port: running, adopted: true }
    const port = await freePort()
    const refusal = await startServer(cluster, port, settings)
    if (refusal === null) return { port, adopted: false }
    if (!isPassing(refusal) || Date.now() > deadline) throw cannotStart(cluster, refusal)
    await removeStaleLock(cluster.data)
    await delay(500)
  }
}

async function findRunningServer(cluster: Cluster): Promise<number | null> {
  const lock = await readFile(path.join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')
  const port = Number(lock.split('\n')[3])
  return port > 0 && (await answersFor(cluster, port)) ? port : null
}

// pg_ctl gives the server a session of its own, so the terminal's Ctrl-C does not reach it.
async function startServer(
  cluster: Cluster,
  port: number,
  settings: readonly string[],
): Promise<string | null> {
  const log = logFile(cluster)
  await rename(log, `${log}.1`).catch(() => {})
  const options = [`-p ${port}`, '-h 127.0.0.1', '-c unix_socket_directories=', ...settings.map(asOption)]
  const result = await runAsServer(path.join(cluster.binaries, 'bin/pg_ctl'), [
    ...['-D', cluster.data, '-l', log, '-w', '-t', '60', '-o', options.join(' ')],
    'start',
  ])
  if (result.kind === 'ok') return null
  return readFile(log, 'utf8').catch(() => result.output)
}

// pg_ctl hands the options to a shell.
function asOption(setting: string): string {
  return `-c '${setting.replaceAll("'", `'\\''`)}'`
}

// Another server of the same files is starting, stopping or just killed, or somebody took the port.
function isPassing(refusal: string): boolean {
  return /lock file .* already exists|shared memory block .* in use|Address already in use/.test(refusal)
}

function cannotStart(cluster: Cluster, refusal: string): EmbeddedPostgresError {
  const lastLines = refusal.trim().split('\n').slice(-12).join('\n')
  return new EmbeddedPostgresError(
    `the private PostgreSQL did not start; the end of ${logFile(cluster)} says:\n${lastLines}`,
  )
}

function logFile(cluster: Cluster): string {
  return path.join(cluster.data, 'server.log')
}
