import { headOfLog, projectionPosition, readAll, type StoredEvent, withCheckpoint } from '@muster/event-store'
import { type Feed, findFeed } from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import type { HttpClient, Logger } from '@muster/runtime'
import { Webhook } from 'standardwebhooks'

type Telling = {
  pool: Pool
  http: HttpClient
  logger: Logger
  /** Where the operator wants to be told; signed by the Standard Webhooks scheme where there is a secret. */
  webhook: { url: string; secret: string | undefined }
  now: Date
}

const NAME = 'feed-troubles'
const LIMIT = 1_000
const TYPES: Record<string, string> = {
  FeedFailing: 'feed.failing',
  FeedParked: 'feed.parked',
  FeedGone: 'feed.gone',
  FeedWentQuiet: 'feed.quiet',
  FeedRecovered: 'feed.recovered',
  FeedMoved: 'feed.moved',
}

/**
 * Tells the operator what happened to feeds, each event at least once and in order: one that is not taken is sent again
 * before those after it. What had happened before anybody wanted to be told is left out.
 */
export async function tellOperator(telling: Telling): Promise<'again' | 'rest'> {
  const { pool } = telling
  const after = await projectionPosition(pool, NAME)
  if (after === 0) {
    await moveTo(pool, after, (await headOfLog(pool)).position)
    return 'rest'
  }
  const { events, through } = await readAll(pool, { after, limit: LIMIT, types: Object.keys(TYPES) })
  for (const event of events) {
    if (!(await tell(telling, event))) {
      await moveTo(pool, after, event.position - 1)
      return 'rest'
    }
  }
  await moveTo(pool, after, through)
  return through - after === LIMIT ? 'again' : 'rest'
}

async function moveTo(pool: Pool, after: number, position: number): Promise<void> {
  // Whoever else told meanwhile has moved it already.
  await withCheckpoint(pool, NAME, async (_tx, present) => ({
    position: present === after ? position : present,
  }))
}

async function tell({ pool, http, logger, webhook, now }: Telling, event: StoredEvent): Promise<boolean> {
  const { feedId, ...data } = event.data as { feedId: string }
  const body = JSON.stringify({
    type: TYPES[event.type],
    timestamp: event.occurredAt.toISOString(),
    data: { ...data, feed: shown(feedId, await findFeed(pool, feedId)) },
  })
  const id = `feed-event-${event.position}`
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    ...sign(webhook.secret, id, now, body),
  }
  const failure = await http.request(webhook.url, { method: 'POST', headers, body }).then(
    ({ status }) => (status >= 200 && status < 300 ? null : `HTTP ${status}`),
    (error: unknown) => String(error),
  )
  if (failure) logger.warn({ feedId, event: event.type, reason: failure }, 'operator not told')
  return failure === null
}

const shown = (id: string, feed: Feed | null) => ({
  id,
  url: feed?.url ?? null,
  outlet: feed?.outlet ?? null,
})

function sign(secret: string | undefined, id: string, now: Date, body: string): Record<string, string> {
  const timestamp = { 'webhook-timestamp': String(Math.floor(now.getTime() / 1000)) }
  return secret ? { ...timestamp, 'webhook-signature': new Webhook(secret).sign(id, now, body) } : timestamp
}
