import { setFeedFullText } from '@muster/feeds'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { notFound } from '../problems/not-found.ts'
import { Feed } from '../schemas/feed.ts'
import { input } from '../schemas/input.ts'
import { id } from '../schemas/scalars.ts'

const schema = {
  operationId: 'updateFeed',
  tags: ['feeds'],
  summary: 'Change a feed',
  description:
    'Allows or forbids full text: where the feed carries only a summary of a new article, its page is asked for, if ' +
    'robots.txt lets it, and its main text read. Articles that are known keep their texts.',
  params: input({ id: id('Id of the feed.') }),
  body: input({ fullText: Type.Boolean({ description: 'Whether pages may be asked for.' }) }),
  response: { 200: Feed.ref },
}

/** PATCH /v1/feeds/{id} */
export function patchFeed(app: Api, { pool }: Context): void {
  app.patch(
    '/v1/feeds/:id',
    { config: { scope: 'operate', problems: ['not-found'] }, schema },
    async ({ params, body, log }) => {
      const feed = await setFeedFullText(pool, params.id, body.fullText, new Date())
      if (!feed) throw notFound('feed', params.id)
      log.info({ feedId: feed.id, fullText: feed.fullText }, 'feed changed')
      return feed
    },
  )
}
