import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { listenOnLoopback } from './listen-on-loopback.ts'

const ATTEMPTS = 10

/** Returns `wanted` when that loopback port is free, or is within two seconds; else one that is. */
export async function choosePort(wanted: number): Promise<number> {
  // The API of a run that was just killed may hold its port for a moment.
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    if ((await probe(wanted)) === wanted) return wanted
    await delay(200)
  }
  return probe(wanted)
}

async function probe(wanted: number): Promise<number> {
  const server = createServer()
  await listenOnLoopback(server, wanted)
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
