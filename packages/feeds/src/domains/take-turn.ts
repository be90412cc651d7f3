import type { Pool } from '@muster/postgres'
import { domainOf } from '../fetching/domain-of.ts'
import { DomainBusyError } from './domain-busy-error.ts'
import { findFreeAt, holdDomain, releaseDomain, takeDomain } from './store.ts'

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
}

/** Longer than a request may take: the turn of a worker that died is over then. */
const LEASE_MS = 25_000

/** Takes the turn to ask a domain: one request at a time, and so far apart. Throws DomainBusyError. */
export async function takeTurn(pool: Pool, domain: string, options: TurnOptions): Promise<Turn> {
  const taken = new Map<string, Date>()
  await take(domain)
  return {
    async beforeRedirect(url) {
      const { name } = domainOf(url.href)
      if (!taken.has(name)) await take(name)
    },
    hold: (name, until) => holdDomain(pool, name, until),
    async release(reached) {
      const at = options.clock()
      for (const [name, startedAt] of taken) {
        const freeAt = new Date(Math.max(at.getTime(), startedAt.getTime() + options.spacingMs))
        // Of where a redirect led nothing is known; the domain that was asked stands for the result.
        await releaseDomain(pool, name, { freeAt, at, reached })
      }
    },
  }

  async function take(name: string): Promise<void> {
    const now = options.clock()
    if (!(await takeDomain(pool, name, now, new Date(now.getTime() + LEASE_MS)))) {
      throw new DomainBusyError(name, (await findFreeAt(pool, name)) ?? now)
    }
    taken.set(name, now)
  }
}
