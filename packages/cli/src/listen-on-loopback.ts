import { once } from 'node:events'
import type { Server } from 'node:net'

/** Listens on `port` of the loopback, or on a free one when none is wanted or it is taken. */
export async function listenOnLoopback(server: Server, port = 0): Promise<void> {
  try {
    await listen(server, port)
  } catch (error) {
    if (!isTaken(error)) throw error
    await listen(server, 0)
  }
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
