import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { choosePort } from './choose-port.ts'
import { listenOnLoopback } from './listen-on-loopback.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
// On a busy machine a start takes minutes; one that fails ends the wait at once.
const LONG = 300_000

// The second test finds the database that the first has made.
let home: string
let port: number
const runs: Run[] = []

type Run = { child: ChildProcess; output: string }

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'muster-up-'))
  await chmod(home, 0o755)
  port = await choosePort(0)
})

afterEach(async () => {
  for (const run of runs.splice(0)) await end(run)
})

afterAll(() => rm(home, { recursive: true, force: true }))

test('up shows the samples, runs once, goes on after a kill, and leaves nothing running', {
  timeout: 3 * LONG,
}, async () => {
  const first = start()
  await says(first, 'Ctrl-C stops everything')
  expect(first.output).toMatch(
    /starting PostgreSQL\n[\s\S]*services 0\/4 ready\n[\s\S]*services 3\/4 ready\n/,
  )
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

  if (inject('redisUrl')) {
    await killRedis()
    await says(third, 'Redis ended; it was started again')
  }
  const hanging = createServer()
  await listenOnLoopback(hanging)
  const polled = once(hanging, 'request')
  await addFeed(hanging)
  await polled

  third.child.kill('SIGTERM')
  expect(await codeOf(third)).toBe(0)
  expect(third.output).toMatch(/services stopped[\s\S]*PostgreSQL stopped\n$/)
  expect(await logged('feed-poller')).toContainEqual(
    expect.objectContaining({ reason: 'SIGTERM', msg: 'service stopped' }),
  )
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow()
  hanging.close()
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

async function killRedis(): Promise<void> {
  const { pid } = JSON.parse(await readFile(path.join(home, 'redis/server.json'), 'utf8'))
  process.kill(pid, 'SIGKILL')
}

async function addFeed(server: Server): Promise<void> {
  const key = (await readFile(path.join(home, 'operator-key'), 'utf8')).trim()
  const answer = await fetch(`http://127.0.0.1:${port}/v1/feeds`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      outlet: 'Silence',
    }),
  })
  expect(answer.status).toBe(201)
}

async function logged(service: string): Promise<unknown[]> {
  const text = await readFile(path.join(home, `logs/${service}.log`), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function tableOf({ output }: Run): string {
  return output.slice(output.indexOf('┌'), output.indexOf('┘'))
}
