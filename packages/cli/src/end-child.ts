import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

// Longer than the 10 s after which a service ends by itself, saying why.
const PATIENCE = 15_000

/** Asks a process to end, and kills it when it takes too long or `force` is aborted. */
export async function endChild(child: ChildProcess, force: AbortSignal): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  const kill = () => child.kill('SIGKILL')
  const timer = setTimeout(kill, PATIENCE)
  force.addEventListener('abort', kill)
  if (force.aborted) kill()
  child.kill('SIGTERM')
  await exited
  clearTimeout(timer)
  force.removeEventListener('abort', kill)
}
