import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type PrivateRedis, startPrivateRedis } from '@muster/queues'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { keepRedis, type RedisKeeper } from './keep-redis.ts'
import { createReporter } from './reporter.ts'

type Started = Extract<PrivateRedis, { kind: 'started' }>

describe.skipIf(!inject('redisUrl'))('where Redis or Valkey is installed', () => {
  let folder: string
  let redis: Started
  let keeper: RedisKeeper
  let output: string

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'muster-redis-'))
    redis = (await startPrivateRedis({ folder })) as Started
    output = ''
    keeper = keepRedis(redis, createReporter({ write: (text) => (output += text) }))
  })

  afterEach(async () => {
    await keeper.stop()
    await redis.stop()
    await rm(folder, { recursive: true })
  })

  test('one that is killed is started again, each time', async () => {
    const line = '  ! Redis ended; it was started again, and lost jobs come back from the database\n'
    const first = await kill()
    await expect.poll(() => output, { timeout: 10_000 }).toBe(line)
    expect(await kill()).not.toBe(first)
    await expect.poll(() => output, { timeout: 10_000 }).toBe(line + line)
  })

  test('one that cannot be started again is lost, with the reason', async () => {
    const PATH = process.env.PATH
    process.env.PATH = ''
    try {
      await kill()
      expect(await keeper.lost).toBe(
        'Redis ended and cannot be started again: no redis-server or valkey-server is on PATH any more',
      )
    } finally {
      process.env.PATH = PATH
    }
  })

  async function kill(): Promise<number> {
    const { pid } = JSON.parse(await readFile(path.join(folder, 'server.json'), 'utf8'))
    process.kill(pid, 'SIGKILL')
    return pid
  }
})
