import path from 'node:path'
import { startPrivateRedis } from '@muster/queues'
import type { Cleanup } from './cleanup.ts'
import type { Reporter } from './reporter.ts'
import { shortPath } from './short-path.ts'

/** Uses the Redis at `url`, or starts a private one in `home`; undefined where there is none and queues run on Postgres. */
export async function openRedis(
  url: string | undefined,
  home: string,
  reporter: Reporter,
  cleanup: Cleanup,
): Promise<string | undefined> {
  if (url === undefined) return startOwnRedis(path.join(home, 'redis'), reporter, cleanup)
  reporter.done(`Redis on ${new URL(url).host} (REDIS_URL)`)
  return url
}

async function startOwnRedis(
  folder: string,
  reporter: Reporter,
  cleanup: Cleanup,
): Promise<string | undefined> {
  const redis = await startPrivateRedis({ folder })
  if (redis.kind === 'not-found') {
    reporter.note('no redis-server or valkey-server on PATH: queues run on Postgres')
    return undefined
  }
  cleanup.add(async () => {
    await redis.stop()
    reporter.done('Redis stopped')
  })
  const origin = redis.adopted ? ', left running by an earlier start' : ''
  reporter.done(`Redis on ${new URL(redis.url).host} (${shortPath(folder)}${origin})`)
  return redis.url
}
