import { randomUUID } from 'node:crypto'
import type { Pool } from '@muster/postgres'
import type { Feed } from '../feed.ts'
import { keepRenewed, LEASE_MS } from '../leases/keep-renewed.ts'
import { findFeed } from '../store.ts'
import { dropTakenPoll, insertTakenPoll, renewTakenPoll } from './store.ts'

/** The right to poll a feed, which nobody else has until it is released. */
export type TakenPoll = { feed: Feed; takenBy: string; release(): Promise<void> }

type TakeOptions = { clock: () => Date; leaseMs?: number }

/**
 * Takes the poll of a feed that was due at an instant, for as long as it takes: the right is renewed until it is
 * released. Null where another has it, where that poll was done already, and where the feed is paused.
 */
export async function takePoll(
  pool: Pool,
  { feedId, dueAt }: { feedId: string; dueAt: string },
  { clock, leaseMs = LEASE_MS }: TakeOptions,
): Promise<TakenPoll | null> {
  const takenBy = randomUUID()
  const leaseEnd = () => new Date(clock().getTime() + leaseMs)
  if (!(await insertTakenPoll(pool, feedId, takenBy, clock(), leaseEnd()))) return null
  const stop = keepRenewed(leaseMs, () => renewTakenPoll(pool, feedId, takenBy, leaseEnd()))
  const release = async () => {
    await stop()
    await dropTakenPoll(pool, feedId, takenBy)
  }
  let taken: TakenPoll | null = null
  try {
    // Read only now: whoever had the right before has written down what it found.
    const feed = await findFeed(pool, feedId)
    const isDue = feed && feed.status !== 'paused' && feed.nextPollAt.toISOString() === dueAt
    if (isDue) taken = { feed, takenBy, release }
    return taken
  } finally {
    // Where it cannot be read either: renewed for ever, the right would keep the feed from being polled.
    if (!taken) await release()
  }
}
