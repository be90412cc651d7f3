import { addFeed } from '@muster/feeds'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { Feed } from '../schemas/feed.ts'
import { input } from '../schemas/input.ts'
import { line } from '../schemas/scalars.ts'

const schema = {
  operationId: 'addFeed',
  tags: ['feeds'],
  summary: 'Add a feed',
  description:
    'Adds an RSS or Atom feed, which is polled at once. One that has that address, or had it before it moved, is left as it is.',
  body: input({
    url: Type.String({ format: 'http-url', maxLength: 2000, description: 'Its address.' }),
    outlet: line('Who publishes it.'),
    title: Type.Optional(line('What to call it until it says so itself.')),
    intervalSeconds: Type.Integer({
      minimum: 60,
      maximum: 7 * 24 * 3600,
      default: 900,
      description: 'How long to leave it alone after a poll, in seconds, until its own rhythm is known.',
    }),
    fullText: Type.Boolean({
      default: false,
      description:
        'Whether the pages of its articles may be asked for: for their texts, where it carries only summaries, and for whether they are there.',
    }),
  }),
  response: { 200: Feed.ref, 201: Feed.ref },
}

/** POST /v1/feeds */
export function postFeed(app: Api, { pool }: Context): void {
  app.post('/v1/feeds', { config: { scope: 'operate' }, schema }, async ({ body, log }, reply) => {
    const { title = null, ...feed } = body
    const { feed: stored, added } = await addFeed(pool, { ...feed, title }, new Date())
    if (added) log.info({ feedId: stored.id, url: stored.url }, 'feed added')
    return reply.code(added ? 201 : 200).send(stored)
  })
}
