import { retryDelivery } from '@muster/alerts'
import type { Api, Context } from '../api.ts'
import { findVisibleDelivery } from '../find-visible-delivery.ts'
import { keyOf } from '../keys/key-of.ts'
import { HttpProblem } from '../problems/http-problem.ts'
import { notFound } from '../problems/not-found.ts'
import { Delivery } from '../schemas/delivery.ts'
import { input } from '../schemas/input.ts'
import { id } from '../schemas/scalars.ts'

const schema = {
  operationId: 'retryDelivery',
  tags: ['deliveries'],
  summary: 'Retry a dead delivery',
  description:
    'Makes a delivery that was given up due at once, for one further attempt. Only while its subscription is there.',
  params: input({ id: id('Id of the delivery.') }),
  response: { 200: Delivery.ref },
}

/** POST /v1/deliveries/{id}/retry */
export function postDeliveryRetry(app: Api, { pool }: Context): void {
  app.post(
    '/v1/deliveries/:id/retry',
    { config: { scope: 'subscribe', problems: ['not-found', 'not-dead'] }, schema },
    async (request) => {
      const { id } = request.params
      const found = await findVisibleDelivery(pool, keyOf(request), id)
      if (!found || found.subscription.state === 'deleted') throw notFound('delivery of a subscription', id)
      const { status } = found.delivery
      if (status !== 'dead') throw new HttpProblem('not-dead', `delivery ${id} is ${status}`)
      const retried = await retryDelivery(pool, id, new Date())
      if (!retried) throw notFound('delivery', id)
      request.log.info({ deliveryId: id }, 'dead delivery made due')
      return retried
    },
  )
}
