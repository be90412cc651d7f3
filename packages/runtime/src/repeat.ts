import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from './logger.ts'

export type Repeater = { stop(): Promise<void> }

/**
 * Runs a task again and again, `everyMs` after the last run ended, so that runs never overlap. A task that
 * answers `again` is run at once. A failure is logged and the next run comes after the usual pause.
 */
export function repeat(
  name: string,
  everyMs: number,
  logger: Logger,
  task: (signal: AbortSignal) => Promise<'again' | 'rest'>,
): Repeater {
  const stopping = new AbortController()
  const running = loop()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      const next = await task(stopping.signal).catch((error: unknown) => {
        logger.error({ err: error, task: name }, 'repeated task failed')
        return 'rest' as const
      })
      if (next === 'rest') await wait(everyMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
}
