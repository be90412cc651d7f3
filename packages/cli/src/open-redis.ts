import path from 'node:path'
import { readRedisVersion, startPrivateRedis } from '@muster/queues'
import type { Cleanup } from './cleanup.ts'
import { keepRedis } from './keep-redis.ts'
import { LauncherError } from './launcher-error.ts'
import { reasonOf } from './reason-of.ts'
import type { Reporter } from './reporter.ts'
import { shortPath } from './short-path.ts'

export type OpenRedis = {
  /** Undefined where there is none and queues run on Postgres. */
  url: string | undefined
  /** Resolves, with the reason, when a private one is gone for good; stays open otherwise. */
  lost: Promise<string>
}

const NEVER = new Promise<never>(() => {})

/**
 * Uses the Redis at `url`, or starts a private one in `home`, where one is installed, and keeps it running.
 * Throws LauncherError when the one at `url` cannot be used.
 */
export async function openRedis(
  url: string | undefined,
  home: string,
  reporter: Reporter,
  cleanup: Cleanup,
): Promise<OpenRedis> {
  if (url === undefined) return startOwnRedis(path.join(home, 'redis'), reporter, cleanup)
  reporter.done(`Redis ${await versionOf(url)} on ${new URL(url).host} (REDIS_URL)`)
  return { url, lost: NEVER }
}

async function versionOf(url: string): Promise<string> {
  try {
    return await readRedisVersion(url)
  } catch (cause) {
    throw new LauncherError(`cannot use the Redis on ${new URL(url).host} (REDIS_URL): ${reasonOf(cause)}`, {
      cause,
    })
  }
}

async function startOwnRedis(folder: string, reporter: Reporter, cleanup: Cleanup): Promise<OpenRedis> {
  const redis = await startPrivateRedis({ folder })
  if (redis.kind === 'not-found') {
    reporter.note('no redis-server or valkey-server on PATH: queues run on Postgres')
    return { url: undefined, lost: NEVER }
  }
  const keeper = keepRedis(redis, reporter)
  cleanup.add(async () => {
    await keeper.stop()
    await redis.stop()
    reporter.done('Redis stopped')
  })
  const origin = redis.adopted ? ', left running by an earlier start' : ''
  reporter.done(`Redis on ${new URL(redis.url).host} (${shortPath(folder)}${origin})`)
  return { url: redis.url, lost: keeper.lost }
}
