import { setFeedStatus } from '@muster/feeds'
import type { Api, Context } from '../api.ts'
import { notFound } from '../problems/not-found.ts'
import { Feed } from '../schemas/feed.ts'
import { input } from '../schemas/input.ts'
import { id } from '../schemas/scalars.ts'

const CHANGES = [
  {
    verb: 'pause',
    status: 'paused',
    operationId: 'pauseFeed',
    summary: 'Pause a feed',
    description: 'It is not polled until it is resumed. Pausing it twice changes nothing.',
  },
  {
    verb: 'resume',
    status: 'active',
    operationId: 'resumeFeed',
    summary: 'Resume a feed',
    description: 'It is polled again, at once, a parked one as well. Resuming it twice changes nothing.',
  },
] as const

const schema = { tags: ['feeds'], params: input({ id: id('Id of the feed.') }), response: { 200: Feed.ref } }

/** POST /v1/feeds/{id}/pause and /resume */
export function changeFeed(app: Api, { pool }: Context): void {
  for (const { verb, status, ...description } of CHANGES) {
    app.post(
      `/v1/feeds/:id/${verb}`,
      { config: { scope: 'operate', problems: ['not-found'] }, schema: { ...schema, ...description } },
      async ({ params, log }) => {
        const feed = await setFeedStatus(pool, params.id, status, new Date())
        if (!feed) throw notFound('feed', params.id)
        log.info({ feedId: feed.id, status }, 'feed status set')
        return feed
      },
    )
  }
}
