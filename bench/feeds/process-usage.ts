import { readFileSync } from 'node:fs'

/** What a process has used so far: seconds of CPU, and the most memory it ever had, in MB. */
export type ProcessUsage = { cpu: number; peakMb: number }

/** What Linux calls a tick, everywhere. */
const TICKS_A_SECOND = 100

/** What a running process has used, as Linux tells. */
export function usageOf(pid: number): ProcessUsage {
  // The name of the program may hold spaces; the fields after it do not.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return { cpu: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND, peakMb: Number(peak) / 1024 }
}
