import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'

/** Listens and never takes a connection up: its thread waits for ever. */
const SCRIPT = `
  const { createServer } = require('node:net')
  const { parentPort } = require('node:worker_threads')
  const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })`

/** More than the system keeps for a server that does not take them up. */
const CALLERS = 4

/** A port of the loopback on which no further connection comes about, nor is any refused. */
export async function startDeafServer(): Promise<{ url: string; close(): Promise<void> }> {
  const thread = new Worker(SCRIPT, { eval: true })
  const [port] = (await once(thread, 'message')) as [number]
  const callers = Array.from({ length: CALLERS }, () => connect(port, '127.0.0.1').on('error', () => {}))
  // Those that the system answers for the server; it keeps no place for the others.
  await once(callers[0] as Socket, 'connect')
  await once(callers[1] as Socket, 'connect')
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      for (const caller of callers) caller.destroy()
      await thread.terminate()
    },
  }
}
