import { freePort } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { startApi } from './start.ts'

test('it listens where the configuration says, and after a stop no longer', async () => {
  const port = await freePort()
  const config = readConfig({ DATABASE_URL: await freshDatabase(), PORT: String(port) })
  const service = await startApi(config, quiet)
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
  await service.stop()
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow('fetch failed')
})

test('it listens on the loopback address at port 4000 unless told otherwise', () => {
  expect(readConfig({ DATABASE_URL: 'postgres://a/b' })).toMatchObject({ HOST: '127.0.0.1', PORT: 4000 })
})

test('a port that is none is refused by name', () => {
  expect(() => readConfig({ DATABASE_URL: 'postgres://a/b', PORT: '70000' })).toThrow(
    'PORT is "70000": wanted the port to listen on, a number from 1 to 65535, or 0 for a free one',
  )
})
