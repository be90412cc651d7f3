import { findFeed, findPolls } from '@muster/feeds'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { decodeCursor, encodeCursor } from '../paging/cursor.ts'
import { toPage } from '../paging/to-page.ts'
import { notFound } from '../problems/not-found.ts'
import { input } from '../schemas/input.ts'
import { before, limit, next } from '../schemas/paging.ts'
import { Poll } from '../schemas/poll.ts'
import { id } from '../schemas/scalars.ts'

const schema = {
  operationId: 'listPolls',
  tags: ['feeds'],
  summary: 'List the polls of a feed',
  description:
    'Every poll of the last 30 days, the newest first. `fetched` = `new` + `known` + `changed` + `filtered` + `failed`, always.',
  params: input({ id: id('Id of the feed.') }),
  querystring: input({ before, limit }),
  response: { 200: Type.Object({ polls: Type.Array(Poll.ref), next }, { description: 'A page of polls.' }) },
}

const MILLISECONDS = /^\d{1,13}$/

/** GET /v1/feeds/{id}/polls */
export function listPolls(app: Api, { pool }: Context): void {
  app.get(
    '/v1/feeds/:id/polls',
    { config: { scope: 'read', problems: ['not-a-cursor', 'not-found'] }, schema },
    async ({ params, query }) => {
      const before =
        query.before === undefined ? null : new Date(Number(decodeCursor(query.before, [MILLISECONDS])[0]))
      if (!(await findFeed(pool, params.id))) throw notFound('feed', params.id)
      const rows = await findPolls(pool, params.id, before, query.limit + 1)
      const { page, next } = toPage(rows, query.limit, ({ polledAt }) => encodeCursor(polledAt.getTime()))
      return { polls: page, next }
    },
  )
}
