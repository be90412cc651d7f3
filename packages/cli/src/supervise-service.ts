import { setTimeout as delay } from 'node:timers/promises'
import { endChild } from './end-child.ts'
import { launchService, type ServiceSpec } from './launch-service.ts'
import type { Reporter } from './reporter.ts'

const SHORTEST = 1_000
const LONGEST = 30_000
const FIRST_STARTS = 3

/** A service that is kept running. */
export type Service = {
  name: string
  /** Resolves when it first serves; rejects with ServiceStartError when it ends by itself before, or is killed thrice. */
  ready: Promise<void>
  /** Its present process. */
  pid: () => number | undefined
  /** Ends it: asks first, kills after fifteen seconds or when `force` is aborted. */
  stop: (force: AbortSignal) => Promise<void>
}

/** A service ended before it served; the message shows the end of its log. */
export class ServiceStartError extends Error {
  override name = 'ServiceStartError'
}

/**
 * Starts a service and, once it has served, starts it again whenever it ends, after a pause that doubles each time.
 * Before that only a process that was killed is started again: one that ends by itself has said what is wrong.
 */
export function superviseService(spec: ServiceSpec, reporter: Reporter): Service {
  const stopping = new AbortController()
  let run = launchService(spec)
  const ready = serveFirst()
  const over = ready.then(keepRunning, () => {})
  return { name: spec.name, ready, pid: () => run.child.pid, stop }

  async function serveFirst(): Promise<void> {
    for (let starts = 1; ; starts++) {
      const end = await Promise.race([run.ready, run.ended])
      if (!end) return
      const mayStart = end.bySignal && starts < FIRST_STARTS
      const because = `ended (${end.how}) before it served`
      if (!mayStart || !(await startAgain(because, SHORTEST))) failToStart(spec, end.how)
    }
  }

  async function keepRunning(): Promise<void> {
    for (let pause = SHORTEST; ; ) {
      const servedSince = Date.now()
      const { how } = await run.ended
      if (Date.now() - servedSince > LONGEST) pause = SHORTEST
      if (!(await startAgain(`ended (${how})`, pause))) return
      void run.ready.then(() => reporter.done(`${spec.name} is running again`))
      pause = Math.min(pause * 2, LONGEST)
    }
  }

  /** Answers false when the service is to stop. */
  async function startAgain(because: string, pause: number): Promise<boolean> {
    if (stopping.signal.aborted) return false
    reporter.warn(`${spec.name} ${because}; starting it again in ${pause / 1_000} s`)
    await delay(pause, undefined, { signal: stopping.signal }).catch(() => {})
    if (stopping.signal.aborted) return false
    run = launchService(spec)
    return true
  }

  async function stop(force: AbortSignal): Promise<void> {
    stopping.abort()
    await endChild(run.child, force)
    await over
  }
}

function failToStart({ name, log }: ServiceSpec, how: string): never {
  const lines = log.lastLines().map((line) => `    ${line}`)
  throw new ServiceStartError(`${name} did not start (${how}); the end of ${log.file}:\n${lines.join('\n')}`)
}
