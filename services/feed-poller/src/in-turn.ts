import { DomainBusyError, domainOf, type Turn, takeTurn } from '@muster/feeds'
import type { Pool } from '@muster/postgres'

type Dependencies = { pool: Pool; clock: () => Date; policy: { spacingMs: number } }

/** What came of asking a server, and whether it was reached. */
export type Asked<T> = { result: T; reached: boolean }

/** Asks a server in its domain's turn; `busy` where that is not now. */
export async function inTurn<T>(
  { pool, clock, policy }: Dependencies,
  url: string,
  ask: (turn: Turn) => Promise<Asked<T>>,
): Promise<T | { kind: 'busy'; freeAt: Date }> {
  const options = { clock, spacingMs: policy.spacingMs }
  const turn = await takeTurn(pool, domainOf(url).name, options).catch((error: unknown) => {
    if (error instanceof DomainBusyError) return error
    throw error
  })
  if (turn instanceof DomainBusyError) return { kind: 'busy', freeAt: turn.freeAt }
  let reached = true
  try {
    const asked = await ask(turn)
    reached = asked.reached
    return asked.result
  } finally {
    await turn.release(reached)
  }
}
