import { findAttempts } from '@muster/alerts'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { findVisibleDelivery } from '../find-visible-delivery.ts'
import { keyOf } from '../keys/key-of.ts'
import { notFound } from '../problems/not-found.ts'
import { Attempt, deliveryFields } from '../schemas/delivery.ts'
import { input } from '../schemas/input.ts'
import { id } from '../schemas/scalars.ts'

const schema = {
  operationId: 'getDelivery',
  tags: ['deliveries'],
  summary: 'Get a delivery with its attempts',
  description: 'Every request that was made, and in `nextAttemptAt` when the next one is due.',
  params: input({ id: id('Id of the delivery.') }),
  response: {
    200: Type.Object(
      { ...deliveryFields, requests: Type.Array(Attempt.ref, { description: 'In the order of time.' }) },
      { description: 'The delivery.' },
    ),
  },
}

/** GET /v1/deliveries/{id} */
export function getDelivery(app: Api, { pool }: Context): void {
  app.get(
    '/v1/deliveries/:id',
    { config: { scope: 'subscribe', problems: ['not-found'] }, schema },
    async (request) => {
      const { id } = request.params
      const found = await findVisibleDelivery(pool, keyOf(request), id)
      if (!found) throw notFound('delivery', id)
      return { ...found.delivery, requests: await findAttempts(pool, id) }
    },
  )
}
