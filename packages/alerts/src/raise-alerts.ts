import { findArticle } from '@muster/articles'
import { findClaim, quotesOf } from '@muster/claims'
import { type Delta, endOf, findDeltasBetween, projectionName } from '@muster/deltas'
import { applyOrPark, projectionPosition, withCheckpoint } from '@muster/event-store'
import type { Pool, Transaction } from '@muster/postgres'
import { deterministicId, type Logger } from '@muster/runtime'
import { findActiveSubscriptions, insertAlert, insertDelivery } from './store.ts'
import type { Subscription } from './subscription.ts'
import { subscriptionMatches } from './subscription-matches.ts'
import { toPayload } from './to-payload.ts'

/** A delivery that is due. */
export type DueDelivery = { id: string; nextAttemptAt: Date }

/** How far the reactor came, and the deliveries it made, which are due at once. */
export type RaisedAlerts = { position: number; deliveries: DueDelivery[]; more: boolean }

/** The name of the reactor's checkpoint, and of what it parks. */
export const reactorName = 'alerts'

const LIMIT = 200

/**
 * Turns the deltas after its checkpoint into alerts and due deliveries, in one transaction with the checkpoint.
 * An alert's id is made of its subscription and its delta, so no rebuild and no repeat can raise it twice. A
 * delta that cannot be told of is parked with its reason and does not hold up the others.
 */
export async function raiseAlerts(pool: Pool, logger: Logger, now: Date): Promise<RaisedAlerts> {
  const through = await projectionPosition(pool, projectionName)
  return withCheckpoint(pool, reactorName, async (tx, after) => {
    const found = await findDeltasBetween(tx, endOf(after), through, LIMIT)
    const more = found.length === LIMIT
    const deltas = more ? wholeEvents(found) : found
    const deliveries = await tellAll(tx, logger, deltas, now)
    const position = more ? (deltas.at(-1)?.position ?? after) : Math.max(after, through)
    return { position, deliveries, more }
  })
}

/** Tells whoever wants to hear of these deltas; those that cannot be told of are parked. */
export async function tellAll(
  tx: Transaction,
  logger: Logger,
  deltas: Delta[],
  now: Date,
): Promise<DueDelivery[]> {
  const subscriptions = deltas.length > 0 ? await findActiveSubscriptions(tx) : []
  const deliveries: DueDelivery[] = []
  for (const delta of deltas) {
    await applyOrPark(tx, { name: reactorName, position: delta.position }, logger, async () => {
      deliveries.push(...(await tell(tx, subscriptions, delta, now)))
    })
  }
  return deliveries
}

/** The checkpoint is a position, so an event whose deltas may go on past the limit waits for the next run. */
function wholeEvents(deltas: Delta[]): Delta[] {
  const last = deltas.at(-1)
  return last?.position === deltas[0]?.position
    ? deltas
    : deltas.filter(({ position }) => position !== last?.position)
}

async function tell(
  tx: Transaction,
  subscriptions: Subscription[],
  delta: Delta,
  now: Date,
): Promise<DueDelivery[]> {
  const listeners = subscriptions.filter(
    (each) => delta.position > each.position && subscriptionMatches(each, delta),
  )
  if (listeners.length === 0 || delta.replayed) return []
  const claim = await findClaim(tx, delta.claimId)
  const article = await findArticle(tx, delta.articleId)
  if (!claim || !article)
    throw new Error(`delta ${delta.position}-${delta.ordinal} names a claim or article that is not there`)
  const quote = (await quotesOf(tx, [claim])).get(claim.id) ?? null
  const deliveries: DueDelivery[] = []
  for (const { id: subscriptionId, name, endpoint } of listeners) {
    const alertId = deterministicId('alert', subscriptionId, delta.position, delta.ordinal)
    const payload = toPayload(alertId, { id: subscriptionId, name }, delta, { ...claim, quote }, article)
    const deliveryId = deterministicId('delivery', alertId)
    if (!(await insertAlert(tx, { id: alertId, subscriptionId, ...delta, payload }))) continue
    await insertDelivery(tx, deliveryId, alertId, endpoint, now)
    deliveries.push({ id: deliveryId, nextAttemptAt: now })
  }
  return deliveries
}
