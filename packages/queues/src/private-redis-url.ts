import type { RedisServer } from './private-redis-server.ts'

/** Returns the address of a private Redis, password included. */
export function redisUrl({ port, password }: RedisServer): string {
  return `redis://:${password}@127.0.0.1:${port}`
}
