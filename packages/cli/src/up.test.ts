import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { choosePort } from './choose-port.ts'

const MAIN = new URL('./main.ts', import.meta.url).pathname
const LONG = 120_000

let home: string
let port: number
let runs: Run[]

type Run = { child: ChildProcess; output: string }

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'muster-up-'))
  await chmod(home, 0o755)
  port = await choosePort(0)
  runs = []
})

afterEach(async () => {
  for (const run of runs) await end(run)
  await rm(home, { recursive: true, force: true })
})

test('up shows the samples, runs once, goes on after a kill, and leaves nothing running', {
  timeout: 3 * LONG,
}, async () => {
  const first = start()
  await says(first, 'Ctrl-C stops everything')
  expect(first.output).toContain('✓ the sample articles are read')
  expect(tableOf(first)).toContain('“an estimated 220 brigades”')
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)

  const second = start()
  expect(await codeOf(second)).toBe(1)
  expect(second.output).toMatch(
    /Muster is already running here \(started .*, API http:\/\/127\.0\.0\.1:\d+\)/,
  )

  first.child.kill('SIGKILL')
  await codeOf(first)
  const third = start()
  await says(third, 'Ctrl-C stops everything')
  expect(third.output).toMatch(/PostgreSQL .*, left running by an earlier start/)
  expect(tableOf(third)).toBe(tableOf(first))

  third.child.kill('SIGTERM')
  expect(await codeOf(third)).toBe(0)
  expect(third.output).toMatch(/services stopped[\s\S]*PostgreSQL stopped\n$/)
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow()
})

test('a service that cannot start stops everything, with its last words', { timeout: LONG }, async () => {
  const run = start({ EXTRACTION_CONCURRENCY: 'many', MUSTER_SAMPLES: 'off' })
  expect(await codeOf(run)).toBe(1)
  expect(run.output).toMatch(
    /extraction-worker did not start \(exit code 78\)[\s\S]*EXTRACTION_CONCURRENCY is "many"/,
  )
  expect(run.output).toContain('PostgreSQL stopped')
})

function start(settings: NodeJS.ProcessEnv = {}): Run {
  const environment = {
    ...process.env,
    DATABASE_URL: '',
    REDIS_URL: '',
    MUSTER_HOME: home,
    PORT: String(port),
    ...settings,
  }
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, 'up'], { env: environment, stdio: 'pipe' })
  const run = { child, output: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      run.output += text
    })
  }
  runs.push(run)
  return run
}

async function says(run: Run, text: string): Promise<void> {
  const isOver = () => run.output.includes(text) || run.child.exitCode !== null
  await vi.waitUntil(isOver, { timeout: LONG, interval: 100 })
  expect(run.output).toContain(text)
}

async function codeOf({ child }: Run): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
  return child.exitCode
}

async function end(run: Run): Promise<void> {
  run.child.kill('SIGTERM')
  await codeOf(run)
}

function tableOf({ output }: Run): string {
  return output.slice(output.indexOf('┌'), output.indexOf('┘'))
}
