import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { open, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '@muster/runtime'
import { answersFor } from './private-redis-answers.ts'
import { PrivateRedisError } from './private-redis-error.ts'
import type { RedisServer } from './private-redis-server.ts'

const PATIENCE = 10_000

/**
 * Starts `program` in `home`, in a session of its own, and leaves a note by which a later run can find it. It
 * listens where the server `before` did, or else on a free port.
 */
export async function launchRedis(program: string, home: string, before?: RedisServer): Promise<RedisServer> {
  const port = before?.port ?? (await freePort())
  const password = before?.password ?? randomBytes(24).toString('base64url')
  await writeSecret(path.join(home, 'redis.conf'), configuration(home, port, password))
  const child = await spawnDetached(program, home)
  const server = { pid: child.pid ?? 0, port, password }
  await writeSecret(path.join(home, 'server.json'), JSON.stringify(server))
  if (!(await comesUp(child, server, home))) throw await cannotStart(program, home)
  return server
}

// The password stands in a file that only we can read; arguments are seen by every user.
function configuration(home: string, port: number, password: string): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(home)}`,
    'save ""',
    'appendonly no',
    'maxmemory-policy noeviction',
    'daemonize no',
    '',
  ].join('\n')
}

async function writeSecret(file: string, content: string): Promise<void> {
  await writeFile(`${file}.draft`, content, { mode: 0o600 })
  await rename(`${file}.draft`, file)
}

async function spawnDetached(program: string, home: string): Promise<ChildProcess> {
  const log = await open(logFile(home), 'w', 0o600)
  try {
    const child = spawn(program, ['redis.conf'], {
      cwd: home,
      detached: true,
      // A locale that is set but not installed stops Redis 7.
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
      stdio: ['ignore', log.fd, log.fd],
    })
    await once(child, 'spawn')
    child.unref()
    return child
  } finally {
    await log.close()
  }
}

async function comesUp(child: ChildProcess, server: RedisServer, home: string): Promise<boolean> {
  const deadline = Date.now() + PATIENCE
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    if (await answersFor(server, home)) return true
    await delay(20)
  }
  child.kill('SIGKILL')
  return false
}

async function cannotStart(program: string, home: string): Promise<PrivateRedisError> {
  const lines = (await readFile(logFile(home), 'utf8')).trim().split('\n').slice(-8)
  return new PrivateRedisError(
    `${program} did not start; repair it, take it off PATH to run the queues on Postgres, or set REDIS_URL. ` +
      `The end of ${logFile(home)} says:\n${lines.join('\n')}`,
  )
}

function logFile(home: string): string {
  return path.join(home, 'redis.log')
}
