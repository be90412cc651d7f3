import { findSubscriptions } from '@muster/alerts'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { keyOf } from '../keys/key-of.ts'
import { visibleOwner } from '../keys/visible-owner.ts'
import { encodeCursor } from '../paging/cursor.ts'
import { idOf } from '../paging/id-cursor.ts'
import { toPage } from '../paging/to-page.ts'
import { input } from '../schemas/input.ts'
import { after, limit, next } from '../schemas/paging.ts'
import { Subscription } from '../schemas/subscription.ts'
import { showSubscriptions } from '../show-subscriptions.ts'

const schema = {
  operationId: 'listSubscriptions',
  tags: ['subscriptions'],
  summary: 'List subscriptions',
  description: 'Those that this key made; all of them for a key that also holds `operate`.',
  querystring: input({ after, limit }),
  response: {
    200: Type.Object(
      { subscriptions: Type.Array(Subscription.ref), next },
      { description: 'A page of subscriptions.' },
    ),
  },
}

/** GET /v1/subscriptions */
export function listSubscriptions(app: Api, { pool }: Context): void {
  app.get(
    '/v1/subscriptions',
    { config: { scope: 'subscribe', problems: ['not-a-cursor'] }, schema },
    async (request) => {
      const { after, limit } = request.query
      const rows = await findSubscriptions(pool, visibleOwner(keyOf(request)), idOf(after) ?? null, limit + 1)
      const { page, next } = toPage(rows, limit, ({ id }) => encodeCursor(id))
      return { subscriptions: await showSubscriptions(pool, page), next }
    },
  )
}
