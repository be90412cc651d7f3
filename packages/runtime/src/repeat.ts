import { setTimeout as wait } from 'node:timers/promises'
import { inTime } from './in-time.ts'
import type { Logger } from './logger.ts'

export type Repeater = {
  /** Ends it after the present run, which is waited for a little and then let go. */
  stop(): Promise<void>
}

const PATIENCE_MS = 3_000

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
  let isLetGo = false
  const running = loop()
  return {
    async stop() {
      stopping.abort()
      // What it waits for, as a job for a lost Redis to be put in, may never come.
      await inTime(PATIENCE_MS, running).catch(letGo)
    },
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      const next = await task(stopping.signal).catch((error: unknown) => {
        if (!isLetGo) logger.error({ err: error, task: name }, 'repeated task failed')
        return 'rest' as const
      })
      if (next === 'rest') await wait(everyMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  function letGo(): void {
    isLetGo = true
    logger.warn({ task: name }, 'repeated task let go')
  }
}
