import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from '@muster/runtime'

export type OutageLog = {
  /** Something with the queues went wrong. */
  failed(error: Error): void
  close(): void
}

const PAUSE_MS = 1_000

/** Logs that the queues fail once when it begins and once when `ping` is answered again, not at each attempt. */
export function createOutageLog(logger: Logger, ping: () => Promise<unknown>): OutageLog {
  const closing = new AbortController()
  let errors = 0
  return {
    failed(error) {
      if (closing.signal.aborted) return
      errors++
      if (errors > 1) return
      logger.warn({ err: error }, 'queues failed')
      void awaitAnswer()
    },
    close: () => closing.abort(),
  }

  async function awaitAnswer(): Promise<void> {
    while (!closing.signal.aborted) {
      if (await isAnswered(ping)) return logEnd()
      await wait(PAUSE_MS, undefined, { signal: closing.signal }).catch(() => {})
    }
  }

  // A warning too, so that whoever saw the beginning sees the end.
  function logEnd(): void {
    logger.warn({ errors }, 'queues work again')
    errors = 0
  }
}

function isAnswered(ping: () => Promise<unknown>): Promise<boolean> {
  return ping().then(
    () => true,
    () => false,
  )
}
