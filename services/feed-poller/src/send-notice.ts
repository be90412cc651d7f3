import type { StoredEvent } from '@muster/event-store'
import { type Feed, findFeed } from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import type { HttpClient } from '@muster/runtime'
import { Webhook } from 'standardwebhooks'

/** What events are sent with, and where the operator wants to be told. */
export type Sending = {
  pool: Pool
  http: HttpClient
  webhook: { url: string; secret: string | undefined }
  now: Date
}

/** What is told, and under which name. */
export const NOTICE_TYPES: Record<string, string> = {
  FeedFailing: 'feed.failing',
  FeedParked: 'feed.parked',
  FeedGone: 'feed.gone',
  FeedWentQuiet: 'feed.quiet',
  FeedRecovered: 'feed.recovered',
  FeedMoved: 'feed.moved',
}
/** Of the answers from 400 to 499, those that say nothing of the event: who asks, where, and how often. */
const NOT_OF_THE_EVENT = [401, 403, 404, 407, 408, 421, 425, 429]

/** Why an event was not taken; `isFinal` where it never will be. */
export type NoticeFailure = { error: string; isFinal: boolean }

/** Sends the operator an event, signed by the Standard Webhooks scheme where there is a secret; null where it was taken. */
export async function sendNotice(
  { pool, http, webhook, now }: Sending,
  event: StoredEvent,
): Promise<NoticeFailure | null> {
  const { feedId, ...data } = event.data as { feedId: string }
  const body = JSON.stringify({
    type: NOTICE_TYPES[event.type],
    timestamp: event.occurredAt.toISOString(),
    data: { ...data, feed: shown(feedId, await findFeed(pool, feedId)) },
  })
  const id = `feed-event-${event.position}`
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    ...sign(webhook.secret, id, now, body),
  }
  return http.request(webhook.url, { method: 'POST', headers, body }).then(
    ({ status }) => failureOf(status),
    (error: unknown) => ({ error: String(error), isFinal: false }),
  )
}

function failureOf(status: number): NoticeFailure | null {
  if (status >= 200 && status < 300) return null
  const isFinal = status >= 400 && status < 500 && !NOT_OF_THE_EVENT.includes(status)
  return { error: `HTTP ${status}`, isFinal }
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
