import { setTimeout as wait } from 'node:timers/promises'
import { inTime } from './in-time.ts'
import type { Logger } from './logger.ts'

export type Repeater = {
  /** Ends it after the present run, which is waited for a little and then let go. */
  stop(): Promise<void>
}

/** How to rest: for so many milliseconds, or until something that may be work has happened. */
export type Rest = number | ((signal: AbortSignal) => Promise<void>)

const PATIENCE_MS = 3_000
const AFTER_FAILURE_MS = 1_000

/**
 * Runs a task again and again, after a rest since the last run ended, so that runs never overlap. A task that
 * answers `again` is run at once. A failure is logged and the next run comes after the usual pause, or a second.
 */
export function repeat(
  name: string,
  rest: Rest,
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
        return 'failed' as const
      })
      if (next !== 'again') await restAfter(next, rest, stopping.signal).catch(() => {})
    }
  }

  function letGo(): void {
    isLetGo = true
    logger.warn({ task: name }, 'repeated task let go')
  }
}

/** After a failure nothing wakes it: a task that fails again and again must not run as often as it is woken. */
async function restAfter(outcome: 'rest' | 'failed', rest: Rest, signal: AbortSignal): Promise<void> {
  if (typeof rest !== 'number' && outcome === 'rest') return rest(signal)
  await wait(typeof rest === 'number' ? rest : AFTER_FAILURE_MS, undefined, { signal })
}
