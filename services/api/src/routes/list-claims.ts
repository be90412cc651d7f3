import { findClaims } from '@muster/claims'
import { OVERALL } from '@muster/estimates'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { encodeCursor } from '../paging/cursor.ts'
import { positionOf } from '../paging/position-cursor.ts'
import { toPage } from '../paging/to-page.ts'
import { Claim, claimStatuses } from '../schemas/claim.ts'
import { input } from '../schemas/input.ts'
import { before, limit, next } from '../schemas/paging.ts'
import { id, line, topic } from '../schemas/scalars.ts'
import { showClaims } from '../show-claims.ts'

const schema = {
  operationId: 'listClaims',
  tags: ['claims'],
  summary: 'List claims',
  description: 'Claims that stand, the newest recorded first. Withdrawn ones are left out.',
  querystring: input({
    topic: Type.Optional(topic('Only this topic, as in `PRK.personnel.deployed`.')),
    place: Type.Optional(line('Only claims that name this place id, as in `RU-KRS`; `*` for any place.')),
    status: Type.Optional(Type.Enum(claimStatuses, { description: 'Only this status.' })),
    article: Type.Optional(id('Only claims of this article.')),
    before,
    limit,
  }),
  response: {
    200: Type.Object({ claims: Type.Array(Claim.ref), next }, { description: 'A page of claims.' }),
  },
}

/** GET /v1/claims */
export function listClaims(app: Api, { pool }: Context): void {
  app.get(
    '/v1/claims',
    { config: { scope: 'read', problems: ['not-a-cursor'] }, schema },
    async ({ query }) => {
      const { topic, status, article: articleId, limit } = query
      const place = query.place === OVERALL ? undefined : query.place
      const filter = { topic, place, status, articleId, before: positionOf(query.before) }
      const rows = await findClaims(pool, filter, limit + 1)
      const { page, next } = toPage(rows, limit, ({ position }) => encodeCursor(position))
      return { claims: await showClaims(pool, page), next }
    },
  )
}
