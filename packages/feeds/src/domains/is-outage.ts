import type { Db } from '@muster/postgres'
import { countUnreached } from './store.ts'

const LATEST = 20
const FEWEST = 5
const SHARE = 0.8
const HOUR_MS = 3600 * 1000

/**
 * Whether more than four in five of the domains asked last (twenty at most, within the hour) were not reached. It is our
 * own line that is broken then, and no feed is to blame.
 */
export async function isOutage(db: Db, now: Date): Promise<boolean> {
  const { asked, unreached } = await countUnreached(db, new Date(now.getTime() - HOUR_MS), LATEST)
  return asked >= FEWEST && unreached > SHARE * asked
}
