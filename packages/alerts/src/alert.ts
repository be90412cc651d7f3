import type { Delta } from '@muster/deltas'

/** What a webhook carries, in the shape of the Standard Webhooks scheme. */
export type AlertPayload = {
  type: 'estimate.changed'
  timestamp: string
  data: {
    alertId: string
    subscription: { id: string; name: string }
    delta: Omit<Delta, 'position' | 'ordinal' | 'replayed'> & { id: string }
    claim: { id: string; quote: string | null; source: string | null; status: string }
    article: { id: string; outlet: string; url: string | null; title: string | null; publishedAt: string }
  }
}

/** One delta for one subscription. */
export type Alert = {
  id: string
  subscriptionId: string
  position: number
  ordinal: number
  payload: AlertPayload
}

export type DeliveryStatus = 'pending' | 'delivered' | 'dead'

/** One alert on its way to one endpoint. `nextAttemptAt` is null once it is settled. */
export type Delivery = {
  id: string
  alertId: string
  subscriptionId: string
  endpoint: string
  status: DeliveryStatus
  attempts: number
  nextAttemptAt: Date | null
  lastError: string | null
  createdAt: Date
  settledAt: Date | null
}

/** One request. */
export type Attempt = {
  number: number
  startedAt: Date
  durationMs: number
  httpStatus: number | null
  error: string | null
}
