import { findDeliveries } from '@muster/alerts'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { keyOf } from '../keys/key-of.ts'
import { visibleOwner } from '../keys/visible-owner.ts'
import { encodeCursor } from '../paging/cursor.ts'
import { momentOf } from '../paging/moment-cursor.ts'
import { toPage } from '../paging/to-page.ts'
import { Delivery, deliveryStatuses } from '../schemas/delivery.ts'
import { input } from '../schemas/input.ts'
import { before, limit, next } from '../schemas/paging.ts'
import { id } from '../schemas/scalars.ts'

const schema = {
  operationId: 'listDeliveries',
  tags: ['deliveries'],
  summary: 'List deliveries',
  description:
    'Deliveries of the subscriptions that this key made, the newest first; all of them for a key that also ' +
    'holds `operate`. With `status=dead` it lists the dead letters.',
  querystring: input({
    subscription: Type.Optional(id('Only deliveries of this subscription.')),
    status: Type.Optional(Type.Enum(deliveryStatuses, { description: 'Only this status.' })),
    before,
    limit,
  }),
  response: {
    200: Type.Object(
      { deliveries: Type.Array(Delivery.ref), next },
      { description: 'A page of deliveries.' },
    ),
  },
}

/** GET /v1/deliveries */
export function listDeliveries(app: Api, { pool }: Context): void {
  app.get(
    '/v1/deliveries',
    { config: { scope: 'subscribe', problems: ['not-a-cursor'] }, schema },
    async (request) => {
      const { subscription: subscriptionId, status, before, limit } = request.query
      const owner = visibleOwner(keyOf(request)) ?? undefined
      const filter = { owner, subscriptionId, status, before: momentOf(before) }
      const rows = await findDeliveries(pool, filter, limit + 1)
      const { page, next } = toPage(rows, limit, ({ createdAt, id }) => encodeCursor(createdAt.getTime(), id))
      return { deliveries: page, next }
    },
  )
}
