import { connect, createServer, type Socket } from 'node:net'
import { createPool, type Pool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headOfLog } from './index.ts'
import { appendBatch, BATCH } from './testing/batch.ts'

/** A way to a database that can lose the next answer to an append: that arrives, and then the connection is gone. */
async function losingProxy(target: URL) {
  let lost: 'none' | 'next' | 'now' = 'none'
  const sockets = new Set<Socket>()
  const proxy = createServer((client) => {
    const server = connect(Number(target.port), target.hostname)
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        client.destroy()
        server.destroy()
      })
    }
    client.on('data', (request) => {
      if (lost === 'next' && request.includes('append-events')) lost = 'now'
      server.write(request)
    })
    server.on('data', (answer) => {
      if (lost === 'now') client.destroy()
      else client.write(answer)
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const url = new URL(target)
  url.port = String((proxy.address() as { port: number }).port)
  return {
    url: url.href,
    lose(answers: 'none' | 'next') {
      lost = answers
    },
    close() {
      for (const socket of sockets) socket.destroy()
      proxy.close()
    },
  }
}

let pool: Pool
let proxy: Awaited<ReturnType<typeof losingProxy>>

beforeAll(async () => {
  proxy = await losingProxy(new URL(await freshDatabase()))
  pool = createPool(proxy.url, 'test', quiet, 1)
})
afterAll(async () => {
  await pool.end()
  proxy.close()
})

test('an append whose answer is lost is answered as the first time when it is made again', async () => {
  await appendBatch(pool, 0)
  proxy.lose('next')
  await expect(appendBatch(pool, 1)).rejects.toThrow('Connection terminated unexpectedly')
  proxy.lose('none')
  const result = { first: BATCH + 1, last: 2 * BATCH, duplicate: true }
  expect(await appendBatch(pool, 1)).toEqual(result)
  expect((await headOfLog(pool)).position).toBe(2 * BATCH)
})
