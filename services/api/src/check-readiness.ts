import { headOfLog, projectionPosition } from '@muster/event-store'
import { inTime, type Logger } from '@muster/runtime'
import { type Context, PROJECTION } from './api.ts'
import { countParkedEvents } from './store.ts'

export type Readiness =
  | {
      kind: 'ready'
      position: number
      head: number
      lag: number
      parked: number
      queues: 'redis' | 'postgres'
    }
  | { kind: 'not-ready'; failures: { part: string; detail: string }[] }

// A lost Redis is waited for without end by its client, which is right for jobs and wrong for a probe.
const PATIENCE_MS = 2_000

/** Asks everything that requests depend on. Reasons go to the log, because anybody may ask. */
export async function checkReadiness({ pool, queues }: Context, log: Logger): Promise<Readiness> {
  const [progress, reached] = await Promise.allSettled([
    inTime(PATIENCE_MS, readProgress(pool)),
    inTime(PATIENCE_MS, queues.ping()),
  ])
  if (progress.status === 'fulfilled' && reached.status === 'fulfilled') {
    return { kind: 'ready', ...progress.value, queues: queues.backend }
  }
  const failures = [
    ...failure('database', 'it does not answer, or has no tables', progress),
    ...failure('queues', `they cannot be reached on ${queues.backend}`, reached),
  ]
  for (const { part, err } of failures) log.warn({ err, part }, 'readiness check failed')
  return { kind: 'not-ready', failures: failures.map(({ part, detail }) => ({ part, detail })) }
}

async function readProgress(pool: Context['pool']) {
  // Read before the head, which only grows, so that the lag is never negative.
  const position = await projectionPosition(pool, PROJECTION)
  const { position: head } = await headOfLog(pool)
  return { position, head, lag: head - position, parked: await countParkedEvents(pool, PROJECTION) }
}

function failure(part: string, detail: string, result: PromiseSettledResult<unknown>) {
  return result.status === 'rejected' ? [{ part, detail, err: result.reason as unknown }] : []
}
