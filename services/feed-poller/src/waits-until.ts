import type { PageLook } from '@muster/articles'
import type { PageReply } from '@muster/feeds'
import { WAIT_MS } from './schedule-looks.ts'

const AGAIN_MS = 2 * 60_000

/** Until when a look waits: for its domain, and that of an entry for what is passing too, but not too long; null when it is over. */
export function waitsUntil({ seenAt, entry }: PageLook, reply: PageReply, now: Date): Date | null {
  if (!entry) return reply.kind === 'busy' ? reply.freeAt : null
  const last = new Date(seenAt.getTime() + WAIT_MS)
  const next = now < last ? nextTry(reply, now) : null
  // A domain that is busy for longer may be free again before; a pause that was asked for is not over before.
  if (next === null || (reply.kind === 'throttled' && next > last)) return null
  return next < last ? next : last
}

function nextTry(reply: PageReply, now: Date): Date | null {
  if (reply.kind === 'busy') return reply.freeAt
  const again = new Date(now.getTime() + AGAIN_MS)
  if (reply.kind === 'throttled') return reply.retryAt && reply.retryAt < again ? again : reply.retryAt
  return reply.kind === 'failed' && reply.class !== 'hard' ? again : null
}
