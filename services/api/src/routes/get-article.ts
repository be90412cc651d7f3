import { findArticle, readSnapshots } from '@muster/articles'
import { findArticleClaims } from '@muster/claims'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { notFound } from '../problems/not-found.ts'
import { Article } from '../schemas/article.ts'
import { Claim } from '../schemas/claim.ts'
import { input } from '../schemas/input.ts'
import { id, maybeText } from '../schemas/scalars.ts'
import { showClaims } from '../show-claims.ts'

const schema = {
  operationId: 'getArticle',
  tags: ['articles'],
  summary: 'Get an article with its text and claims',
  description:
    'The claims stand in the order of the text. While `extractedHash` is not `snapshotHash`, the text was ' +
    'changed and not read again yet: the claims then point into the text of their own `snapshotHash`.',
  params: input({ id: id('Id of the article.') }),
  response: {
    200: Type.Object(
      {
        article: Article.ref,
        text: maybeText('Its present text; null where it was taken down or cannot be trusted.'),
        claims: Type.Array(Claim.ref),
      },
      { description: 'The article.' },
    ),
  },
}

/** GET /v1/articles/{id} */
export function getArticle(app: Api, { pool }: Context): void {
  app.get(
    '/v1/articles/:id',
    { config: { scope: 'read', problems: ['not-found'] }, schema },
    async ({ params }) => {
      const article = await findArticle(pool, params.id)
      if (!article) throw notFound('article', params.id)
      const { texts } = await readSnapshots(pool, [article.snapshotHash])
      const claims = await findArticleClaims(pool, article.id)
      return {
        article,
        text: texts.get(article.snapshotHash) ?? null,
        claims: await showClaims(pool, claims),
      }
    },
  )
}
