import { type Db, type Pool, withTransaction } from '@muster/postgres'
import { domainOf } from '../fetching/domain-of.ts'
import { keepRenewed, LEASE_MS } from '../leases/keep-renewed.ts'
import { DomainBusyError } from './domain-busy-error.ts'
import { findFreeAt, holdDomain, releaseDomain, renewDomains, takeDomain, untakeDomain } from './store.ts'

/** The right to ask a domain, and those that it redirects to, which nobody else has at that time. */
export type Turn = {
  /** Takes the domain of a redirect as well. Throws DomainBusyError. */
  beforeRedirect(url: URL): Promise<void>
  /** Asks nothing of one of the domains until an instant. */
  hold(domain: string, until: Date): Promise<void>
  release(reached: boolean): Promise<void>
}

type TurnOptions = {
  clock: () => Date
  /** From the start of one request to the start of the next. */
  spacingMs: number
  leaseMs?: number
}

/**
 * Takes the turn to ask a domain: one request at a time, and so far apart. It is renewed until it is released. With
 * it `leadsTo` is taken, where the domain is known to redirect to: both or none, so that nothing is asked only to be
 * sent on to where nothing may be asked now. Throws DomainBusyError.
 */
export async function takeTurn(
  pool: Pool,
  { domain, leadsTo }: { domain: string; leadsTo: string },
  { clock, spacingMs, leaseMs = LEASE_MS }: TurnOptions,
): Promise<Turn> {
  const taken = new Map<string, Date>()
  const asked = new Set([domain])
  const leaseEnd = () => new Date(clock().getTime() + leaseMs)
  await take([domain, leadsTo])
  const stop = keepRenewed(leaseMs, () => renewDomains(pool, [...taken.keys()], leaseEnd()))
  return {
    async beforeRedirect(url) {
      const { name } = domainOf(url.href)
      if (!taken.has(name)) await take([name])
      asked.add(name)
    },
    hold: (name, until) => holdDomain(pool, name, until),
    async release(reached) {
      await stop()
      const at = clock()
      for (const [name, startedAt] of taken) {
        const freeAt = new Date(Math.max(at.getTime(), startedAt.getTime() + spacingMs))
        // Of where a redirect led nothing is known; the domain that was asked stands for the result.
        if (asked.has(name)) await releaseDomain(pool, name, { freeAt, at, reached })
        else await untakeDomain(pool, name, at)
      }
    },
  }

  async function take(names: string[]): Promise<void> {
    const now = clock()
    await takeAll(pool, [...new Set(names)], now, leaseEnd())
    for (const name of names) taken.set(name, now)
  }
}

/** All or none; in the order of their names, lest two turns wait for each other. */
async function takeAll(pool: Pool, names: string[], now: Date, until: Date): Promise<void> {
  const take = async (db: Db): Promise<void> => {
    for (const name of names.toSorted()) {
      if (await takeDomain(db, name, now, until)) continue
      throw new DomainBusyError(name, (await findFreeAt(db, name)) ?? now)
    }
  }
  await (names.length > 1 ? withTransaction(pool, take) : take(pool))
}
