import { inTime } from '@muster/runtime'
import { Redis } from 'ioredis'

const PATIENCE_MS = 10_000

/** The version of the Redis at an address, as in `7.4.1`. Throws the reason why that Redis cannot be used. */
export async function readRedisVersion(url: string): Promise<string> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: null })
  try {
    return await inTime(PATIENCE_MS, Promise.race([readVersion(redis), whenFailed(redis)]))
  } finally {
    redis.disconnect()
  }
}

async function readVersion(redis: Redis): Promise<string> {
  await redis.connect()
  return /^redis_version:(.*)\r$/m.exec(await redis.info('server'))?.[1] ?? 'of unknown version'
}

// Only this event has the reason: a lost connection rejects without one, and a database number that the server
// does not have rejects nothing at all.
function whenFailed(redis: Redis): Promise<never> {
  return new Promise((_, reject) => redis.on('error', reject))
}
