import { findFeeds } from '@muster/feeds'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { encodeCursor } from '../paging/cursor.ts'
import { idOf } from '../paging/id-cursor.ts'
import { toPage } from '../paging/to-page.ts'
import { Feed } from '../schemas/feed.ts'
import { input } from '../schemas/input.ts'
import { after, limit, next } from '../schemas/paging.ts'

const schema = {
  operationId: 'listFeeds',
  tags: ['feeds'],
  summary: 'List feeds',
  description: 'Every feed and how its last poll went, in the order of their ids.',
  querystring: input({ after, limit }),
  response: { 200: Type.Object({ feeds: Type.Array(Feed.ref), next }, { description: 'A page of feeds.' }) },
}

/** GET /v1/feeds */
export function listFeeds(app: Api, { pool }: Context): void {
  app.get(
    '/v1/feeds',
    { config: { scope: 'read', problems: ['not-a-cursor'] }, schema },
    async ({ query }) => {
      const rows = await findFeeds(pool, idOf(query.after) ?? null, query.limit + 1)
      const { page, next } = toPage(rows, query.limit, ({ id }) => encodeCursor(id))
      return { feeds: page, next }
    },
  )
}
