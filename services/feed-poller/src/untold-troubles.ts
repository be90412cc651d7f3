import type { Pool } from '@muster/postgres'
import { findGivenUp } from './store.ts'

const WEEK_MS = 7 * 24 * 3600 * 1000
const MOST_NAMED = 5

/** The alarm of what the operator's webhook did not take within the last week, or null. */
export async function untoldTroubles(pool: Pool, now: Date): Promise<string | null> {
  const [last, ...others] = await findGivenUp(pool, new Date(now.getTime() - WEEK_MS))
  if (!last) return null
  const positions = [last, ...others].slice(0, MOST_NAMED).map(({ position }) => position)
  const more = others.length >= MOST_NAMED ? ' and others' : ''
  return `OPERATOR_WEBHOOK did not take ${1 + others.length} events about feeds (${positions.join(', ')}${more} of the log), the last for ${last.error}; see "muster feeds --trouble"`
}
