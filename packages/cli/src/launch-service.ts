import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ServiceLog } from './service-log.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

export type ServiceSpec = {
  name: string
  /** Its program, below the root of the repository. */
  entry: string
  environment: NodeJS.ProcessEnv
  log: ServiceLog
}

/** One process of a service. */
export type ServiceRun = {
  child: ChildProcess
  /** Resolves when the service says that it serves; never when it ends before. */
  ready: Promise<void>
  /** Resolves when the process is gone and its output taken down. */
  ended: Promise<ServiceEnd>
}

/** How a process ended, in words, and whether a signal ended it. */
export type ServiceEnd = { how: string; bySignal: boolean }

/** Starts a process of a service; it ends by itself when we do, because the channel to it closes. */
export function launchService({ entry, environment, log }: ServiceSpec): ServiceRun {
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  if (child.stdout !== null) log.follow(child.stdout)
  if (child.stderr !== null) log.follow(child.stderr)
  return { child, ready: whenReady(child), ended: whenEnded(child) }
}

function whenReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'kind' in message && message.kind === 'ready') resolve()
    })
  })
}

function whenEnded(child: ChildProcess): Promise<ServiceEnd> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ how: error.message, bySignal: false }))
    child.once('close', (code, signal) =>
      resolve({ how: signal ?? `exit code ${code}`, bySignal: signal !== null }),
    )
  })
}
