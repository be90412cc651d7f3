import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrate, startEmbeddedPostgres } from '@muster/postgres'
import { prepareQueues, startPrivateRedis } from '@muster/queues'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    templateUrl: string
    /** Null where no redis-server or valkey-server is installed. */
    redisUrl: string | null
  }
}

const FAST_AND_FORGETFUL = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'max_connections=300',
]

/** One PostgreSQL with a migrated template database, and one Redis, for all tests of a run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-test-'))
  chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    database: 'template',
    settings: FAST_AND_FORGETFUL,
  })
  await migrate(postgres.url)
  await prepareQueues({ databaseUrl: postgres.url, redisUrl: undefined })
  const redis = await startPrivateRedis({ folder: path.join(folder, 'redis') })
  if (redis.kind === 'not-found' && process.env.MUSTER_TEST_REDIS === 'required') {
    throw new Error('no redis-server or valkey-server on PATH, and MUSTER_TEST_REDIS=required asks for one')
  }
  project.provide('templateUrl', postgres.url)
  project.provide('redisUrl', redis.kind === 'started' ? redis.url : null)
  return async () => {
    if (redis.kind === 'started') await redis.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
