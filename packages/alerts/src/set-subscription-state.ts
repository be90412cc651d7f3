import { append } from '@muster/event-store'
import { type Pool, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { subscriptionDeleted, subscriptionPaused, subscriptionResumed } from './events.ts'
import { findSubscription, settleDeliveriesOf, updateSubscriptionState } from './store.ts'
import type { Subscription, SubscriptionState } from './subscription.ts'

const EVENT_TYPES = {
  active: subscriptionResumed,
  paused: subscriptionPaused,
  deleted: subscriptionDeleted,
}

/**
 * Pauses, resumes or deletes a subscription. While paused it raises no alert, also not later for what it
 * missed. Deleting ends the deliveries still under way. Null when there is no such subscription.
 */
export async function setSubscriptionState(
  pool: Pool,
  id: string,
  state: SubscriptionState,
  now: Date,
): Promise<Subscription | null> {
  return withTransaction(pool, async (tx) => {
    const isChanged = await updateSubscriptionState(tx, id, state)
    if (isChanged && state === 'deleted')
      await settleDeliveriesOf(tx, id, 'the subscription was deleted', now)
    const subscription = await findSubscription(tx, id)
    // Last, because the log is held for this append until the commit.
    if (isChanged) {
      const event = { type: EVENT_TYPES[state], data: { subscriptionId: id }, occurredAt: now }
      await append(tx, deterministicId('append', 'subscription-state', id, state, now.toISOString()), [
        { stream: `subscription-${id}`, expected: 'any', events: [event] },
      ])
    }
    return subscription
  })
}
