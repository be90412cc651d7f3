import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { choosePort } from './choose-port.ts'

test('the wanted port is taken when it is free, and while it is not, another', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as AddressInfo
  expect(await choosePort(port)).not.toBe(port)
  holder.close()
  expect(await choosePort(port)).toBe(port)
})
