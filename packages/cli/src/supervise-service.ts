import { setTimeout as delay } from 'node:timers/promises'
import { endChild } from './end-child.ts'
import { launchService, type ServiceSpec } from './launch-service.ts'
import type { Reporter } from './reporter.ts'

const SHORTEST = 1_000
const LONGEST = 30_000

/** A service that is kept running. */
export type Service = {
  name: string
  /** Resolves when it first serves; rejects with ServiceStartError when it ends before. */
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

/** Starts a service and, once it has served, starts it again whenever it ends, after a pause that doubles each time. */
export function superviseService(spec: ServiceSpec, reporter: Reporter): Service {
  const stopping = new AbortController()
  let run = launchService(spec)
  const ready = Promise.race([run.ready, run.ended.then((how) => failToStart(spec, how))])
  const over = ready.then(keepRunning, () => {})
  return { name: spec.name, ready, pid: () => run.child.pid, stop }

  async function keepRunning(): Promise<void> {
    for (let pause = SHORTEST; ; ) {
      const servedSince = Date.now()
      const how = await run.ended
      if (stopping.signal.aborted) return
      if (Date.now() - servedSince > LONGEST) pause = SHORTEST
      reporter.warn(`${spec.name} ended (${how}); starting it again in ${pause / 1_000} s`)
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      run = launchService(spec)
      void run.ready.then(() => reporter.done(`${spec.name} is running again`))
      pause = Math.min(pause * 2, LONGEST)
    }
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
