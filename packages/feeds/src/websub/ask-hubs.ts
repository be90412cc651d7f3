import type { Pool } from '@muster/postgres'
import type { HttpClient, Logger } from '@muster/runtime'
import type { Push } from './push.ts'
import { savePushError, takeDuePushes } from './store.ts'

const LIMIT = 20
const DAY_MS = 24 * 3600 * 1000
const LEASE_SECONDS = 10 * 24 * 3600

type Asking = { pool: Pool; http: HttpClient; logger: Logger; publicUrl: string; now: Date }

/** Asks hubs for the subscriptions that are wanted or run out. A hub that does not answer is asked again in a day. */
export async function askHubs({ pool, http, logger, publicUrl, now }: Asking): Promise<'again' | 'rest'> {
  const due = await takeDuePushes(pool, now, new Date(now.getTime() + DAY_MS), LIMIT)
  for (const push of due) {
    const error = await ask(http, push, publicUrl)
    await savePushError(pool, push.feedId, error)
    if (error) logger.warn({ feedId: push.feedId, hub: push.hub, reason: error }, 'hub not asked')
  }
  return due.length === LIMIT ? 'again' : 'rest'
}

async function ask(
  http: HttpClient,
  { hub, topic, token, secret }: Push,
  publicUrl: string,
): Promise<string | null> {
  const form = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.callback': `${publicUrl.replace(/\/$/, '')}/websub/${token}`,
    'hub.secret': secret,
    'hub.lease_seconds': String(LEASE_SECONDS),
  })
  try {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { status } = await http.request(hub, { method: 'POST', headers, body: form.toString() })
    return status >= 200 && status < 300 ? null : `HTTP ${status}`
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
}
