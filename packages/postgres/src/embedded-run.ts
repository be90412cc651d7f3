import { execFile } from 'node:child_process'
import { serverAccount } from './embedded-account.ts'

export type RunResult = { kind: 'ok' } | { kind: 'failed'; code: string | number | null; output: string }

/** Runs a program to its end under the server's account and returns how it went. */
export function runAsServer(program: string, args: readonly string[]): Promise<RunResult> {
  const options = { ...serverAccount(), cwd: '/', env: plainEnvironment() }
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error === null) return resolve({ kind: 'ok' })
      const output = `${stdout}${stderr}`.trim() || error.message
      resolve({ kind: 'failed', code: error.code ?? null, output })
    })
  })
}

// Our own environment may hold secrets, which any process of the same account could read. English
// messages, because a start that may be retried is known by its message.
function plainEnvironment(): NodeJS.ProcessEnv {
  if (process.platform === 'win32') return process.env
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}
