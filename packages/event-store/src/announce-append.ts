import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from '@muster/postgres'
import { notifyFollowers } from './store.ts'

/** Enough for readers to be quick; more notifications a second would only cost. */
const REST_MS = 10

const ringing = new WeakMap<Pool, { again: boolean }>()

/**
 * Wakes those who wait for the log, in the background: at once, then at most every ten milliseconds. To be called
 * after the commit, because a NOTIFY inside of a transaction holds every other one up until its commit. One that
 * is lost does no harm: readers look by themselves, only later.
 */
export function announceAppend(pool: Pool): void {
  const bell = ringing.get(pool)
  if (bell) bell.again = true
  else void ring(pool)
}

async function ring(pool: Pool): Promise<void> {
  const bell = { again: true }
  ringing.set(pool, bell)
  while (bell.again) {
    bell.again = false
    await notifyFollowers(pool).catch(() => {})
    await wait(REST_MS, undefined, { ref: false })
  }
  ringing.delete(pool)
}
