import { reactorName } from '@muster/alerts'
import { projectionName } from '@muster/deltas'
import {
  countParkedEvents,
  countPartitionsAhead,
  headOfLog,
  parkedAlarm,
  partitionsAlarm,
  projectionPosition,
} from '@muster/event-store'
import { inTime, type Logger } from '@muster/runtime'
import type { Context } from './api.ts'

/** How far a reader of the log is, how many events are ahead of it, and how many it set aside. */
export type Progress = { position: number; lag: number; parked: number }

/** How far the readers of the log are, and for how long it has room; `alarms` are what somebody should look at. */
export type LogProgress = {
  head: number
  partitionsAhead: number
  estimates: Progress
  alerts: Progress
  alarms: string[]
}

export type Readiness =
  | ({ kind: 'ready'; queues: 'redis' | 'postgres' } & LogProgress)
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

/** How far estimates and alerts are, and what each set aside. */
export async function readProgress(pool: Context['pool']): Promise<LogProgress> {
  // Read before the head, which only grows, so that no lag is negative.
  const estimates = await readReader(pool, projectionName)
  const alerts = await readReader(pool, reactorName)
  const { position: head } = await headOfLog(pool)
  const withLag = (reader: { position: number; parked: number }): Progress => ({
    ...reader,
    lag: head - reader.position,
  })
  const readers = { estimates: withLag(estimates), alerts: withLag(alerts) }
  const partitionsAhead = await countPartitionsAhead(pool)
  const alarms = [
    ...Object.entries(readers).map(([name, { parked }]) => parkedAlarm(name, parked)),
    partitionsAlarm(partitionsAhead),
  ]
  return { head, partitionsAhead, ...readers, alarms: alarms.filter((alarm) => alarm !== null) }
}

async function readReader(pool: Context['pool'], name: string) {
  return { position: await projectionPosition(pool, name), parked: await countParkedEvents(pool, name) }
}

function failure(part: string, detail: string, result: PromiseSettledResult<unknown>) {
  return result.status === 'rejected' ? [{ part, detail, err: result.reason as unknown }] : []
}
