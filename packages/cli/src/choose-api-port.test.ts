import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { freePort } from '@muster/runtime'
import { expect, test } from 'vitest'
import { chooseApiPort } from './choose-api-port.ts'
import { LauncherError } from './launcher-error.ts'

const said: string[] = []
const reporter = { warn: (line: string) => void said.push(line) }

test('a port that was asked for is had', async () => {
  const port = await freePort()
  expect(await chooseApiPort(port, reporter)).toBe(port)
  expect(said).toEqual([])
})

test('a port that was asked for and is taken is an error, not another port', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await expect(chooseApiPort(port, reporter)).rejects.toThrow(
    new LauncherError(`port ${port} is in use: free it, or ask for another with PORT`),
  )
  server.close()
})
