import { type RetoldDeltas, reactorName, retellDeltas } from '@muster/alerts'
import { findParkedEvents, type ParkedEvent, type TakeUpResult, takeUpEvent } from '@muster/event-store'
import type { Pool } from '@muster/postgres'
import { createLogger } from '@muster/runtime'

/** What came of trying an event again. */
export type Retried = Pick<ParkedEvent, 'reader' | 'position'> & {
  outcome: TakeUpResult | RetoldDeltas | { kind: 'set-aside-again'; reason: string }
}

/** Tries events again that were set aside: a projection comes to them by the log, what alerts owe is told at once. */
export async function retryParked(pool: Pool, parked: ParkedEvent[], now: Date): Promise<Retried[]> {
  const retried: Retried[] = []
  for (const { reader, position } of parked) {
    const isAlert = reader === reactorName
    const outcome = await (isAlert ? retell(pool, position, now) : takeUpEvent(pool, reader, position, now))
    retried.push({ reader, position, outcome })
  }
  return retried
}

async function retell(pool: Pool, position: number, now: Date): Promise<Retried['outcome']> {
  const told = await retellDeltas(pool, createLogger('retry', 'silent'), position, now)
  const again = (await findParkedEvents(pool)).find(
    (each) => each.reader === reactorName && each.position === position,
  )
  return again ? { kind: 'set-aside-again', reason: again.reason } : told
}
