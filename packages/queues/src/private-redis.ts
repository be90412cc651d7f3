import { mkdir, realpath } from 'node:fs/promises'
import { answersFor } from './private-redis-answers.ts'
import { PrivateRedisError } from './private-redis-error.ts'
import { findRedisProgram } from './private-redis-find.ts'
import { untilGone } from './private-redis-gone.ts'
import { launchRedis } from './private-redis-launch.ts'
import { type RedisServer, readServer } from './private-redis-server.ts'
import { stopRedis } from './private-redis-stop.ts'
import { redisUrl } from './private-redis-url.ts'

export type PrivateRedis =
  | {
      kind: 'started'
      url: string
      /** The server was still running, left behind by a run that was killed. */
      adopted: boolean
      /** Resolves when the server has ended, or `signal` is aborted. */
      gone: (signal: AbortSignal) => Promise<void>
      /** Starts it again, empty, at the same address, unless it answers. Throws PrivateRedisError. */
      restart: () => Promise<void>
      stop: () => Promise<void>
    }
  | { kind: 'not-found' }

/** Starts a private Redis or Valkey on a free loopback port, if either is installed; it keeps nothing on disk. */
export async function startPrivateRedis({ folder }: { folder: string }): Promise<PrivateRedis> {
  await mkdir(folder, { recursive: true })
  const home = await realpath(folder)
  const orphan = await readServer(home)
  if (orphan !== null && (await answersFor(orphan, home))) return started(orphan, home, true)
  const program = await findRedisProgram()
  if (program === null) return { kind: 'not-found' }
  return started(await launchRedis(program, home), home, false)
}

function started(first: RedisServer, home: string, adopted: boolean): PrivateRedis {
  let server = first
  return {
    kind: 'started',
    url: redisUrl(server),
    adopted,
    gone: (signal) => untilGone(server, signal),
    async restart() {
      if (!(await answersFor(server, home))) server = await relaunch(server, home)
    },
    stop: () => stopRedis(server, home),
  }
}

async function relaunch(server: RedisServer, home: string): Promise<RedisServer> {
  const program = await findRedisProgram()
  if (program === null) throw new PrivateRedisError('no redis-server or valkey-server is on PATH any more')
  return launchRedis(program, home, server)
}
