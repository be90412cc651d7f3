import { freePort } from '@muster/runtime'
import { expect, inject, test } from 'vitest'
import { createCleanup } from './cleanup.ts'
import { openRedis } from './open-redis.ts'
import { createReporter } from './reporter.ts'

test('a given Redis that does not answer is refused, by the name of its setting', async () => {
  const port = await freePort()
  await expect(open(`redis://127.0.0.1:${port}`)).rejects.toThrow(
    `cannot use the Redis on 127.0.0.1:${port} (REDIS_URL): connect ECONNREFUSED 127.0.0.1:${port}`,
  )
})

test.skipIf(!inject('redisUrl'))('a given Redis is used, and shown with its version', async () => {
  const url = inject('redisUrl') ?? ''
  expect(await open(url)).toMatch(/^ {2}✓ Redis \d+\.\d+\.\d+ on 127\.0\.0\.1:\d+ \(REDIS_URL\)\n$/)
})

async function open(url: string): Promise<string> {
  let output = ''
  const reporter = createReporter({ write: (text) => (output += text) })
  const redis = await openRedis(
    url,
    '/nowhere',
    reporter,
    createCleanup(() => {}),
  )
  expect(redis.url).toBe(url)
  return output
}
