import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Starts a program of the repository as a process of its own. */
export function startProcess(
  file: string,
  env: NodeJS.ProcessEnv,
  output: 'ignore' | 'inherit',
): ChildProcess {
  return fork(fileURLToPath(new URL(`../../${file}`, import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
    stdio: ['ignore', output, 'inherit', 'ipc'],
  })
}

/** Ends it and waits until it has. */
export async function endProcess(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
