export type { Alert, AlertPayload, Attempt, Delivery, DeliveryStatus } from './alert.ts'
export { type AttemptResult, attemptDelivery } from './attempt-delivery.ts'
export { createSubscription, type NewSubscription } from './create-subscription.ts'
export {
  subscriptionCreated,
  subscriptionDeleted,
  subscriptionPaused,
  subscriptionResumed,
} from './events.ts'
export { type DueDelivery, type RaisedAlerts, raiseAlerts, reactorName } from './raise-alerts.ts'
export { type RetoldDeltas, retellDeltas } from './retell-deltas.ts'
export { retryDelivery } from './retry-delivery.ts'
export { setSubscriptionState } from './set-subscription-state.ts'
export {
  eraseWords,
  findAttempts,
  findDeliveries,
  findDelivery,
  findDueDeliveries,
  findSubscription,
  findSubscriptions,
} from './store.ts'
export type { Subscription, SubscriptionState } from './subscription.ts'
