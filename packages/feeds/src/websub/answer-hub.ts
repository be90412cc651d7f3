import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Db } from '@muster/postgres'
import { confirmPush, denyPush, findPushByToken, wakeFeed } from './store.ts'

/** What a hub asks a callback to confirm. */
export type HubQuery = {
  mode: string | undefined
  topic: string | undefined
  challenge: string | undefined
  leaseSeconds: string | undefined
  reason: string | undefined
}

const HOUR_SECONDS = 3600
const DAY_SECONDS = 24 * 3600
const LONGEST_LEASE = 30 * DAY_SECONDS
const DEFAULT_LEASE = 10 * DAY_SECONDS

/**
 * Answers a hub's question whether a subscription is wanted: with its challenge when it is, with null otherwise. What is
 * wanted is never confirmed to be ended.
 */
export async function answerHub(db: Db, token: string, query: HubQuery, now: Date): Promise<string | null> {
  const push = await findPushByToken(db, token)
  if (!push || push.topic !== query.topic) return null
  if (query.mode === 'denied') {
    await denyPush(db, token, `denied: ${query.reason ?? 'no reason'}`.slice(0, 500), later(now, DAY_SECONDS))
    return ''
  }
  if (query.mode !== 'subscribe' || !query.challenge) return null
  const stated = Number(query.leaseSeconds)
  const lease = Math.min(stated > 0 ? stated : DEFAULT_LEASE, LONGEST_LEASE)
  // Renewed when a tenth of the lease is left, but not all the time.
  await confirmPush(db, token, {
    confirmedAt: now,
    leaseUntil: later(now, lease),
    askAgainAt: later(now, Math.max(0.9 * lease, HOUR_SECONDS)),
  })
  return query.challenge
}

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + 1000 * seconds)

/**
 * Takes a hub's word that there is news, when it is signed with the secret of the subscription: the feed is due then, and
 * its own server is asked, so that nobody else's text is believed. False where there is no such subscription.
 */
export async function takePush(
  db: Db,
  token: string,
  signature: string | undefined,
  body: Uint8Array,
  now: Date,
): Promise<boolean> {
  const push = await findPushByToken(db, token)
  if (!push) return false
  // The specification wants what is wrongly signed to be answered like any other, and dropped.
  if (isSigned(push.secret, signature, body)) await wakeFeed(db, token, now)
  return true
}

/** By any method that WebSub names; sha1 is the one of PubSubHubbub 0.4, whose hubs know no other. */
function isSigned(secret: string, signature: string | undefined, body: Uint8Array): boolean {
  const [, method, digits] = /^(sha(?:1|256|384|512))=((?:[0-9a-f]{2})+)$/i.exec(signature ?? '') ?? []
  if (!method || !digits) return false
  const own = createHmac(method, secret).update(body).digest()
  const given = Buffer.from(digits, 'hex')
  return given.length === own.length && timingSafeEqual(own, given)
}
