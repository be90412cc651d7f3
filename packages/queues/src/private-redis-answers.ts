import { Redis } from 'ioredis'
import type { RedisServer } from './private-redis-server.ts'
import { redisUrl } from './private-redis-url.ts'

/** Says whether the server answers and works in `home`, so that it is ours and no stranger on its port. */
export async function answersFor(server: RedisServer, home: string): Promise<boolean> {
  const redis = new Redis(redisUrl(server), { lazyConnect: true, retryStrategy: null, connectTimeout: 2_000 })
  redis.on('error', () => {})
  try {
    await redis.connect()
    await redis.ping()
    const [, folder] = (await redis.config('GET', 'dir')) as string[]
    return folder === home
  } catch {
    return false
  } finally {
    redis.disconnect()
  }
}
