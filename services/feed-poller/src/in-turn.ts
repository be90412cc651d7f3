import { DomainBusyError, domainOf, type Turn, takeTurn } from '@muster/feeds'
import type { Pool } from '@muster/postgres'

type Dependencies = { pool: Pool; clock: () => Date; policy: { spacingMs: number; leaseMs?: number } }

/** What is asked for, and the domain whose turns it waits for: its own, or that which it redirects to. */
type Goal = { url: string; domain: string }

type Busy = { kind: 'busy'; domain: string; freeAt: Date }

/** What came of asking a server, and whether it was reached. */
export type Asked<T> = { result: T; reached: boolean }

/** Asks a server in the turn of its domain and of the one that it redirects to; `busy` where that is not now. */
export async function inTurn<T>(
  { pool, clock, policy }: Dependencies,
  { url, domain: leadsTo }: Goal,
  ask: (turn: Turn) => Promise<Asked<T>>,
): Promise<T | Busy> {
  const domain = domainOf(url).name
  const turn = await takeTurn(pool, { domain, leadsTo }, { clock, ...policy }).catch((error: unknown) => {
    if (error instanceof DomainBusyError) return error
    throw error
  })
  if (turn instanceof DomainBusyError) return { kind: 'busy', domain: turn.domain, freeAt: turn.freeAt }
  let reached = true
  try {
    const asked = await ask(turn)
    reached = asked.reached
    return asked.result
  } finally {
    await turn.release(reached)
  }
}

/** Until when something waits that met a busy domain, and for whose turns: its own comes before that which it leads to. */
export function waitsFor({ url, domain }: Goal, busy: Omit<Busy, 'kind'>): { domain: string; until: Date } {
  return { domain: busy.domain === domainOf(url).name ? domain : busy.domain, until: busy.freeAt }
}
