import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, readlink, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

/**
 * Removes the server's lock file when the process it names is no living server of this data folder:
 * killed but not yet buried, or a stranger that got the number since. PostgreSQL itself still refuses to
 * start over shared memory in use.
 */
export async function removeStaleLock(data: string): Promise<void> {
  const lock = path.join(data, 'postmaster.pid')
  const pid = Number.parseInt(await readFile(lock, 'utf8').catch(() => ''), 10)
  if (!(pid > 0) || (await isServerOf(data, pid))) return
  await rm(lock, { force: true })
}

async function isServerOf(data: string, pid: number): Promise<boolean> {
  // A server works in its data folder, and a dead one works nowhere.
  if (existsSync('/proc/self/cwd')) return (await readlink(`/proc/${pid}/cwd`).catch(() => null)) === data
  const listed = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => null)
  return listed === null || listed.stdout.includes('postgres')
}
