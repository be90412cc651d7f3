import { setTimeout as delay } from 'node:timers/promises'
import type { PrivateRedis } from '@muster/queues'
import type { Reporter } from './reporter.ts'

const PAUSE = 500

export type RedisKeeper = {
  /** Resolves, with the reason, when it cannot be started again; stays open otherwise. */
  lost: Promise<string>
  /** Ends the watch; the server goes on. */
  stop: () => Promise<void>
}

/** Starts a private Redis again whenever it ends. The services reconnect and put in again the jobs that it had. */
export function keepRedis(
  { gone, restart }: Extract<PrivateRedis, { kind: 'started' }>,
  reporter: Reporter,
): RedisKeeper {
  const stopping = new AbortController()
  const watch = keepRunning().then(
    () => null,
    (error: unknown) => `Redis ended and cannot be started again: ${messageOf(error)}`,
  )
  return {
    lost: new Promise((resolve) => void watch.then((reason) => reason !== null && resolve(reason))),
    async stop() {
      stopping.abort()
      await watch
    },
  }

  async function keepRunning(): Promise<void> {
    for (;;) {
      await gone(stopping.signal)
      // One that ends at once each time is not started without a pause.
      await delay(PAUSE, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      await restart()
      reporter.warn('Redis ended; it was started again, and lost jobs come back from the database')
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
