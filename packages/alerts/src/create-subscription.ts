import { randomBytes, randomUUID } from 'node:crypto'
import { append, headOfLog } from '@muster/event-store'
import { type Pool, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { subscriptionCreated } from './events.ts'
import { findSubscription, insertSubscription } from './store.ts'
import type { Subscription } from './subscription.ts'

export type NewSubscription = Omit<Subscription, 'id' | 'state' | 'position' | 'createdAt'>

/** Makes a subscription for the deltas from now on. The secret is in the answer and nowhere else to be read. */
export async function createSubscription(
  pool: Pool,
  wish: NewSubscription,
  now: Date,
): Promise<{ subscription: Subscription; secret: string }> {
  const id = randomUUID()
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const subscription = await withTransaction(pool, async (tx) => {
    const { position } = await headOfLog(tx)
    await insertSubscription(tx, { ...wish, id, secret, position })
    const stored = await findSubscription(tx, id)
    const event = { type: subscriptionCreated, data: { subscriptionId: id, ...wish }, occurredAt: now }
    await append(tx, deterministicId('append', 'subscription-created', id), [
      { stream: `subscription-${id}`, expected: 'none', events: [event] },
    ])
    return stored
  })
  if (!subscription) throw new Error(`subscription ${id} was not stored`)
  return { subscription, secret }
}
