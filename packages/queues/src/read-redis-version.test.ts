import { freePort } from '@muster/runtime'
import { describe, expect, inject, test } from 'vitest'
import { readRedisVersion } from './read-redis-version.ts'

test('where nobody listens the reason is told', async () => {
  const port = await freePort()
  await expect(readRedisVersion(`redis://127.0.0.1:${port}`)).rejects.toThrow(
    `connect ECONNREFUSED 127.0.0.1:${port}`,
  )
})

describe.skipIf(!inject('redisUrl'))('where Redis or Valkey is installed', () => {
  test('it tells its version', async () => {
    expect(await readRedisVersion(inject('redisUrl') ?? '')).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('a database number that it does not have is refused, for another one would be used silently', async () => {
    await expect(readRedisVersion(`${inject('redisUrl')}/999`)).rejects.toThrow('DB index is out of range')
  })
})
