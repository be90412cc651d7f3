import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export type ServiceProcess = {
  name: string
  /** Ends the process by a signal and waits until it is gone; answers with its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Starts a service as it runs in production, in a process of its own, and waits until it says that it is ready. */
export async function startService(name: string, environment: NodeJS.ProcessEnv): Promise<ServiceProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', `services/${name}/src/main.ts`], {
    cwd: ROOT,
    env: { ...process.env, LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await ready(name, child)
  return { name, end: (signal) => end(child, signal) }
}

async function ready(name: string, child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${code} before it was ready`)
  })
  await Promise.race([once(child, 'message'), exited])
  exited.catch(() => {})
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exited = once(child, 'exit')
  child.kill(signal)
  const [code] = await exited
  return code as number | null
}
