import { createSubscription } from '@muster/alerts'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { keyOf } from '../keys/key-of.ts'
import { input } from '../schemas/input.ts'
import { Subscription, wishFields } from '../schemas/subscription.ts'

const schema = {
  operationId: 'createSubscription',
  tags: ['subscriptions'],
  summary: 'Subscribe to alerts',
  description:
    'From now on, each delta that fits is sent to the endpoint by POST, signed by the Standard Webhooks scheme ' +
    '(headers `webhook-id`, `webhook-timestamp`, `webhook-signature`). The secret that verifies the signature ' +
    'is in this answer and is never shown again.',
  body: input(wishFields),
  response: {
    201: Type.Object(
      {
        subscription: Subscription.ref,
        secret: Type.String({ description: 'Verifies signatures; begins with `whsec_`. Keep it now.' }),
      },
      { description: 'The new subscription.' },
    ),
  },
}

/** POST /v1/subscriptions */
export function postSubscription(app: Api, { pool }: Context): void {
  app.post('/v1/subscriptions', { config: { scope: 'subscribe' }, schema }, async (request, reply) => {
    const wish = { ...request.body, owner: keyOf(request).id }
    const made = await createSubscription(pool, wish, new Date())
    request.log.info({ subscriptionId: made.subscription.id, owner: wish.owner }, 'subscription made')
    return reply.code(201).send(made)
  })
}
