import type { Pool } from '@muster/postgres'
import type { Delivery } from './alert.ts'
import { findDelivery, reviveDelivery } from './store.ts'

/** Gives a dead delivery one further attempt, due at once. Null when there is no such delivery. */
export async function retryDelivery(pool: Pool, id: string, now: Date): Promise<Delivery | null> {
  await reviveDelivery(pool, id, now)
  return findDelivery(pool, id)
}
