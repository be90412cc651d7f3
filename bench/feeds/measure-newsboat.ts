import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ProcessUsage, usageOf } from './process-usage.ts'
import { addressOf } from './web-like.ts'

/** What reloading some feeds took: seconds by the clock, of CPU, and memory. */
export type ReloadMeasures = ProcessUsage & { feeds: number; seconds: number }

const LOOK_EVERY_MS = 20

/**
 * newsboat (a reader for the terminal) reloading feeds for the second time, when it knows their items and sends
 * validators as the poller does; null where it is not installed.
 */
export async function measureNewsboat(
  feeds: number,
  port: number,
  threads: number,
): Promise<ReloadMeasures | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-newsboat-'))
  const file = (name: string) => path.join(folder, name)
  const urls = Array.from({ length: feeds }, (_, feed) => addressOf(feed, port))
  writeFileSync(file('urls'), `${urls.join('\n')}\n`)
  writeFileSync(file('config'), `reload-threads ${threads}\n`)
  const args = ['-q', '-u', file('urls'), '-C', file('config'), '-c', file('cache'), '-x', 'reload']
  try {
    const first = await run(args)
    return first && { ...((await run(args)) ?? first), feeds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(args: string[]): Promise<Omit<ReloadMeasures, 'feeds'> | null> {
  const began = performance.now()
  const child = spawn('newsboat', args, { stdio: 'ignore' })
  const isStarted = await new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true)).once('error', () => resolve(false))
  })
  return isStarted ? { ...(await usageAtEnd(child)), seconds: (performance.now() - began) / 1000 } : null
}

/** Looked at again and again: of a process that has ended nothing is left to look at. */
function usageAtEnd(child: ChildProcess): Promise<ProcessUsage> {
  let usage: ProcessUsage = { cpu: 0, peakMb: 0 }
  const looking = setInterval(() => {
    const present = child.exitCode === null ? usageOf(child.pid ?? 0) : usage
    if (present.peakMb > 0) usage = present
  }, LOOK_EVERY_MS)
  return new Promise((resolve) =>
    child.once('exit', () => {
      clearInterval(looking)
      resolve(usage)
    }),
  )
}
