import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { inTime, type Logger } from '@muster/runtime'
import pg from 'pg'

export type Listener = { stop(): Promise<void> }

type ListenOptions = { databaseUrl: string; channel: string; name: string; logger: Logger }

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 10_000
const PATIENCE_MS = 5_000

/**
 * Calls `onNotice` for each NOTIFY on a channel, over a connection of its own that is made again, with growing
 * pauses, whenever it is lost. A new connection counts as a notice, because some may have been missed before it.
 */
export function listen(options: ListenOptions, onNotice: () => void): Listener {
  const stopping = new AbortController()
  const running = keepListening(options, onNotice, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function keepListening(
  options: ListenOptions,
  onNotice: () => void,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0
  const heard = () => {
    failures = 0
    onNotice()
  }
  while (!signal.aborted) {
    await listenOnce(options, heard, signal).catch((error: unknown) => {
      if (!signal.aborted) options.logger.warn({ err: error, channel: options.channel }, 'listener lost')
    })
    await wait(pauseAfter(failures++), undefined, { signal }).catch(() => {})
  }
}

/** Never returns: throws when the connection is lost, and when the signal comes. */
async function listenOnce(
  { databaseUrl, channel, name }: ListenOptions,
  onNotice: () => void,
  signal: AbortSignal,
): Promise<never> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: `muster ${name} listener`,
    keepAlive: true,
    connectionTimeoutMillis: PATIENCE_MS,
  })
  const lost = once(client, 'end', { signal })
  lost.catch(() => {})
  // A second error after the one that ended the wait must not end the process.
  client.on('error', () => {})
  client.on('notification', onNotice)
  try {
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
    onNotice()
    await lost
    throw new Error('the server ended the connection')
  } finally {
    await inTime(PATIENCE_MS, client.end()).catch(() => {})
  }
}

// Jittered, so that the processes of a restarted server do not all come back in the same moment.
function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) * (0.5 + Math.random() / 2)
}
