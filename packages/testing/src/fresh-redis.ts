import { Redis } from 'ioredis'
import { inject } from 'vitest'

const DATABASES = 16

/** The address of an emptied Redis database that no other test uses; undefined where no Redis is installed. */
export async function freshRedis(): Promise<string | undefined> {
  const server = inject('redisUrl')
  if (!server) return undefined
  const counter = new Redis(server)
  const number = 1 + ((await counter.incr('databases handed out')) % (DATABASES - 1))
  counter.disconnect()
  const url = `${server}/${number}`
  const client = new Redis(url)
  await client.flushdb()
  client.disconnect()
  return url
}
