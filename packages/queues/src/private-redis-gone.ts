import { Redis } from 'ioredis'
import type { RedisServer } from './private-redis-server.ts'
import { redisUrl } from './private-redis-url.ts'

/** Resolves when the server closes a connection held open for this, or `signal` is aborted. */
export async function untilGone(server: RedisServer, signal: AbortSignal): Promise<void> {
  const redis = new Redis(redisUrl(server), { lazyConnect: true, retryStrategy: null, connectTimeout: 2_000 })
  redis.on('error', () => {})
  const ended = new Promise<void>((resolve) => redis.once('end', resolve))
  await redis.connect().catch(() => redis.disconnect())
  const disconnect = () => redis.disconnect()
  signal.addEventListener('abort', disconnect)
  if (signal.aborted) disconnect()
  await ended
  signal.removeEventListener('abort', disconnect)
}
