import { inTime } from '@muster/runtime'
import { Redis } from 'ioredis'
import type { RedisServer } from './private-redis-server.ts'
import { redisUrl } from './private-redis-url.ts'

// A stranger on the port may take the connection and say nothing.
const PATIENCE_MS = 2_000

/** Says whether the server answers and works in `home`, so that it is ours and no stranger on its port. */
export async function answersFor(server: RedisServer, home: string): Promise<boolean> {
  const redis = new Redis(redisUrl(server), { lazyConnect: true, retryStrategy: null })
  redis.on('error', () => {})
  try {
    return (await inTime(PATIENCE_MS, readFolder(redis))) === home
  } catch {
    return false
  } finally {
    redis.disconnect()
  }
}

async function readFolder(redis: Redis): Promise<string | undefined> {
  await redis.connect()
  const [, folder] = (await redis.config('GET', 'dir')) as string[]
  return folder
}
