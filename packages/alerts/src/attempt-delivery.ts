import { type Pool, withTransaction } from '@muster/postgres'
import type { HttpClient } from '@muster/runtime'
import { Webhook } from 'standardwebhooks'
import type { Attempt } from './alert.ts'
import { deliverySchedule } from './delivery-schedule.ts'
import { insertAttempt, settleDelivery, type TakenDelivery, takeDelivery } from './store.ts'

export type AttemptResult =
  | { kind: 'not-due' }
  | { kind: 'delivered'; attempts: number }
  | { kind: 'failed'; attempts: number; error: string; nextAttemptAt: Date }
  | { kind: 'dead'; attempts: number; error: string }

type Outcome = Omit<Attempt, 'number'>

/** Longer than a request may take: a delivery whose sender died is tried again after it. */
const LEASE_MS = 30_000
const GONE = 410

/**
 * Makes one attempt at a delivery that is due, signed by the Standard Webhooks scheme, and writes down its
 * outcome and when the next one comes. Whoever else tries the same attempt meets `not-due`.
 */
export async function attemptDelivery(
  pool: Pool,
  http: HttpClient,
  deliveryId: string,
  dueAt: Date,
  pauses: number[],
): Promise<AttemptResult> {
  const delivery = await takeDelivery(pool, deliveryId, dueAt, new Date(Date.now() + LEASE_MS))
  if (!delivery) return { kind: 'not-due' }
  const outcome = await send(http, delivery)
  const number = delivery.attempts + 1
  const result = judge(outcome, number, pauses)
  await withTransaction(pool, async (tx) => {
    await insertAttempt(tx, deliveryId, { number, ...outcome })
    await settleDelivery(tx, deliveryId, result)
  })
  return result
}

async function send(http: HttpClient, delivery: TakenDelivery): Promise<Outcome> {
  const startedAt = new Date()
  const done = (httpStatus: number | null, error: string | null): Outcome => ({
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
    httpStatus,
    error,
  })
  try {
    const body = JSON.stringify(delivery.payload)
    const { status } = await http.request(delivery.endpoint, {
      method: 'POST',
      headers: headers(delivery, body, startedAt),
      body,
    })
    return done(status, status >= 200 && status < 300 ? null : `HTTP ${status}`)
  } catch (error) {
    return done(null, error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  }
}

/** The same webhook-id on every attempt lets a receiver tell a repeat. */
function headers({ alertId, secret }: TakenDelivery, body: string, at: Date): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': alertId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(alertId, at, body),
  }
}

/** 410 is the receiver's word that it wants no more; the scheme asks to stop then. */
function judge(
  { error, httpStatus }: Outcome,
  attempts: number,
  pauses: number[],
): Exclude<AttemptResult, { kind: 'not-due' }> {
  if (error === null) return { kind: 'delivered', attempts }
  const nextAttemptAt = httpStatus === GONE ? null : deliverySchedule(attempts, new Date(), pauses)
  return nextAttemptAt
    ? { kind: 'failed', attempts, error, nextAttemptAt }
    : { kind: 'dead', attempts, error }
}
