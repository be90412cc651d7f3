import { findFeed } from '@muster/feeds'
import type { Api, Context } from '../api.ts'
import { notFound } from '../problems/not-found.ts'
import { Feed } from '../schemas/feed.ts'
import { input } from '../schemas/input.ts'
import { id } from '../schemas/scalars.ts'

const schema = {
  operationId: 'getFeed',
  tags: ['feeds'],
  summary: 'Get a feed',
  description: 'A feed and how its last poll went.',
  params: input({ id: id('Id of the feed.') }),
  response: { 200: Feed.ref },
}

/** GET /v1/feeds/{id} */
export function getFeed(app: Api, { pool }: Context): void {
  app.get(
    '/v1/feeds/:id',
    { config: { scope: 'read', problems: ['not-found'] }, schema },
    async ({ params }) => {
      const feed = await findFeed(pool, params.id)
      if (!feed) throw notFound('feed', params.id)
      return feed
    },
  )
}
