import type { Api, Context } from '../api.ts'
import { findVisibleSubscription } from '../find-visible-subscription.ts'
import { keyOf } from '../keys/key-of.ts'
import { notFound } from '../problems/not-found.ts'
import { input } from '../schemas/input.ts'
import { id } from '../schemas/scalars.ts'
import { Subscription } from '../schemas/subscription.ts'
import { showSubscriptions } from '../show-subscriptions.ts'

const schema = {
  operationId: 'getSubscription',
  tags: ['subscriptions'],
  summary: 'Get a subscription',
  description: 'A subscription that this key made; any for a key that also holds `operate`.',
  params: input({ id: id('Id of the subscription.') }),
  response: { 200: Subscription.ref },
}

/** GET /v1/subscriptions/{id} */
export function getSubscription(app: Api, { pool }: Context): void {
  app.get(
    '/v1/subscriptions/:id',
    { config: { scope: 'subscribe', problems: ['not-found'] }, schema },
    async (request) => {
      const { id } = request.params
      const subscription = await findVisibleSubscription(pool, keyOf(request), id)
      const [shown] = await showSubscriptions(pool, subscription ? [subscription] : [])
      if (!shown) throw notFound('subscription', id)
      return shown
    },
  )
}
