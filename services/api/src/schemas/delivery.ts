import { Type } from 'typebox'
import { model } from './model.ts'
import { id, instant, maybeInstant, maybeNumber, maybeText } from './scalars.ts'

/** The statuses of a delivery. */
export const deliveryStatuses = ['pending', 'delivered', 'dead'] as const

/** The fields of a delivery. */
export const deliveryFields = {
  id: id('Id of the delivery.'),
  alertId: id('The alert that it carries; receivers see it as `webhook-id`.'),
  subscriptionId: id('The subscription that it is for.'),
  endpoint: Type.String({ description: 'Where it goes.' }),
  status: Type.Enum(deliveryStatuses, {
    description: '`pending` while attempts are to come, `delivered`, or `dead` when it was given up.',
  }),
  attempts: Type.Integer({ description: 'How many requests were made.' }),
  nextAttemptAt: maybeInstant('When the next request is due; null once it is settled.'),
  lastError: maybeText('Why the last request failed.'),
  createdAt: instant('When it was made.'),
  settledAt: maybeInstant('When it was delivered or given up.'),
}

/** A delivery as it is listed. */
export const Delivery = model(
  'Delivery',
  Type.Object(deliveryFields, { description: 'One alert on its way to one endpoint.' }),
)

/** One request. */
export const Attempt = model(
  'Attempt',
  Type.Object(
    {
      number: Type.Integer({ description: '1 for the first.' }),
      startedAt: instant('When it was made.'),
      durationMs: Type.Integer({ description: 'How long it took, in milliseconds.' }),
      httpStatus: maybeNumber('What the endpoint answered; null when it did not.'),
      error: maybeText('What went wrong; null when nothing did.'),
    },
    { description: 'One request of a delivery.' },
  ),
)
