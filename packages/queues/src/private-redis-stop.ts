import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { inTime } from '@muster/runtime'
import { Redis } from 'ioredis'
import { answersFor } from './private-redis-answers.ts'
import { PrivateRedisError } from './private-redis-error.ts'
import type { RedisServer } from './private-redis-server.ts'
import { redisUrl } from './private-redis-url.ts'

const PATIENCE = 5_000

/** Stops a private Redis and forgets it; one that is gone already is fine. */
export async function stopRedis(server: RedisServer, home: string): Promise<void> {
  await askToShutDown(server)
  if (!(await goesAway(server, home))) await terminate(server, home)
  await rm(path.join(home, 'server.json'), { force: true })
  await rm(path.join(home, 'redis.conf'), { force: true })
}

async function askToShutDown(server: RedisServer): Promise<void> {
  const redis = new Redis(redisUrl(server), { lazyConnect: true, retryStrategy: null })
  redis.on('error', () => {})
  const asked = redis.connect().then(() => redis.shutdown('NOSAVE'))
  // Redis answers SHUTDOWN by closing the connection, which is reported as a failure.
  await inTime(PATIENCE, asked).catch(() => {})
  redis.disconnect()
}

// Only a server that still answers as ours: its number may have gone to another process.
async function terminate(server: RedisServer, home: string): Promise<void> {
  process.kill(server.pid, 'SIGTERM')
  if (await goesAway(server, home)) return
  throw new PrivateRedisError(`the private Redis of ${home} does not stop: end process ${server.pid}`)
}

async function goesAway(server: RedisServer, home: string): Promise<boolean> {
  const deadline = Date.now() + PATIENCE
  while (Date.now() < deadline) {
    if (!(await answersFor(server, home))) return true
    await delay(20)
  }
  return false
}
