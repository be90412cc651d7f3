import { findArticles } from '@muster/articles'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { encodeCursor } from '../paging/cursor.ts'
import { positionOf } from '../paging/position-cursor.ts'
import { toPage } from '../paging/to-page.ts'
import { Article } from '../schemas/article.ts'
import { input } from '../schemas/input.ts'
import { before, limit, next } from '../schemas/paging.ts'

const schema = {
  operationId: 'listArticles',
  tags: ['articles'],
  summary: 'List articles',
  description: 'Articles in the order in which they were captured, the newest first.',
  querystring: input({ before, limit }),
  response: {
    200: Type.Object({ articles: Type.Array(Article.ref), next }, { description: 'A page of articles.' }),
  },
}

/** GET /v1/articles */
export function listArticles(app: Api, { pool }: Context): void {
  app.get(
    '/v1/articles',
    { config: { scope: 'read', problems: ['not-a-cursor'] }, schema },
    async ({ query }) => {
      const rows = await findArticles(pool, positionOf(query.before) ?? null, query.limit + 1)
      const { page, next } = toPage(rows, query.limit, ({ position }) => encodeCursor(position))
      return { articles: page, next }
    },
  )
}
