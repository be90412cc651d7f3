import { readdirSync, readFileSync } from 'node:fs'
import type { Pool } from '@muster/postgres'

/** What a piece of work took, in seconds: by the clock, of CPU time in this process, and in all of PostgreSQL. */
export type Work = { clock: number; node: number; postgres: number }

/** Linux tells CPU time in ticks of this length, whatever its own are (USER_HZ). */
const TICKS_A_SECOND = 100

/** Measures work on a server of this machine; CPU time of PostgreSQL is NaN where there is no /proc. */
export async function measureWork(pool: Pool, work: () => Promise<unknown>): Promise<Work> {
  const server = await findServer(pool)
  const [began, node, postgres] = [performance.now(), process.cpuUsage(), cpuSecondsOf(server)]
  await work()
  const { user, system } = process.cpuUsage(node)
  return {
    clock: (performance.now() - began) / 1000,
    node: (user + system) / 1_000_000,
    postgres: cpuSecondsOf(server) - postgres,
  }
}

/** The process that started those of all connections; 0 where it is not to be seen. */
async function findServer(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  return statOf(rows[0]?.pid ?? 0)?.parent ?? 0
}

/** Of the server, its processes, and those that have ended. */
function cpuSecondsOf(server: number): number {
  const own = statOf(server)
  if (!own) return Number.NaN
  const pids = readdirSync('/proc').map(Number).filter(Boolean)
  const running = pids.flatMap((pid) => statOf(pid) ?? []).filter(({ parent }) => parent === server)
  const ticks = own.ticks + own.ofEnded + running.reduce((sum, { ticks }) => sum + ticks, 0)
  return ticks / TICKS_A_SECOND
}

/** The fields of /proc/PID/stat after the name: the 2nd is the parent, the 12th to 15th are ticks. */
function statOf(pid: number): { parent: number; ticks: number; ofEnded: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? []
    const [user = 0, system = 0, userOfEnded = 0, systemOfEnded = 0] = fields.slice(11, 15)
    return { parent: fields[1] ?? 0, ticks: user + system, ofEnded: userOfEnded + systemOfEnded }
  } catch {
    return null
  }
}
