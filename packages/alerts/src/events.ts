import { defineEvent } from '@muster/event-store'
import * as v from 'valibot'

const subscriptionId = v.pipe(v.string(), v.uuid())

/** Somebody wants to hear of some deltas. The secret that signs them is in no event. */
export const subscriptionCreated = defineEvent(
  'SubscriptionCreated',
  v.strictObject({
    subscriptionId,
    name: v.string(),
    endpoint: v.string(),
    topic: v.string(),
    place: v.string(),
    statuses: v.array(v.string()),
    kinds: v.array(v.string()),
    smallestChange: v.number(),
    owner: v.pipe(v.string(), v.uuid()),
  }),
)

/** It raises no alert for now. */
export const subscriptionPaused = defineEvent('SubscriptionPaused', v.strictObject({ subscriptionId }))

/** It raises alerts again, from now on. */
export const subscriptionResumed = defineEvent('SubscriptionResumed', v.strictObject({ subscriptionId }))

/** It raises no alert any more. */
export const subscriptionDeleted = defineEvent('SubscriptionDeleted', v.strictObject({ subscriptionId }))
