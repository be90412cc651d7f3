import { AppendKeyReusedError, WrongExpectedVersionError } from '@muster/event-store'
import { type Pool, type Transaction, withTransaction } from '@muster/postgres'

const TRIES = 3

/** Runs a transaction that appends to an article, and again when another process wrote to the same article first. */
export async function withoutRaces<T>(pool: Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withTransaction(pool, work)
    } catch (error) {
      if (!isRace(error) || attempt === TRIES) throw error
    }
  }
}

/** Whether another process wrote to the same article first. */
export function isRace(error: unknown): boolean {
  return error instanceof WrongExpectedVersionError || error instanceof AppendKeyReusedError
}
