import { type Article, findArticle } from '@muster/articles'
import { type Claim, findClaim, quotesOf } from '@muster/claims'
import { type Delta, findDeltasBetween } from '@muster/deltas'
import { projectionPosition, withCheckpoint } from '@muster/event-store'
import type { Pool, Transaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import type { AlertPayload } from './alert.ts'
import { findActiveSubscriptions, insertAlert, insertDelivery } from './store.ts'
import type { Subscription } from './subscription.ts'
import { subscriptionMatches } from './subscription-matches.ts'

/** How far the reactor came, and the deliveries it made, which are due at once. */
export type RaisedAlerts = {
  position: number
  deliveries: { id: string; nextAttemptAt: Date }[]
  more: boolean
}

const CHECKPOINT = 'alerts'
const LIMIT = 200
const PAST_LAST_ORDINAL = 0xffff

/**
 * Turns the deltas after its checkpoint into alerts and due deliveries, in one transaction with the checkpoint.
 * An alert's id is made of its subscription and its delta, so no rebuild and no repeat can raise it twice.
 */
export async function raiseAlerts(pool: Pool, projection: string, now: Date): Promise<RaisedAlerts> {
  const through = await projectionPosition(pool, projection)
  return withCheckpoint(pool, CHECKPOINT, async (tx, after) => {
    const found = await findDeltasBetween(tx, { position: after, ordinal: PAST_LAST_ORDINAL }, through, LIMIT)
    const deltas = wholeEvents(found)
    const subscriptions = deltas.length > 0 ? await findActiveSubscriptions(tx) : []
    const deliveries = []
    for (const delta of deltas) {
      for (const subscription of subscriptions.filter((each) => wants(each, delta))) {
        const id = await raise(tx, subscription, delta, now)
        if (id) deliveries.push({ id, nextAttemptAt: now })
      }
    }
    const more = found.length === LIMIT
    return {
      position: more ? (deltas.at(-1)?.position ?? after) : Math.max(after, through),
      deliveries,
      more,
    }
  })
}

/** The checkpoint is a position, so an event whose deltas may go on past the limit waits for the next run. */
function wholeEvents(deltas: Delta[]): Delta[] {
  const last = deltas.at(-1)
  const isCut = deltas.length === LIMIT && last?.position !== deltas[0]?.position
  return isCut ? deltas.filter(({ position }) => position !== last?.position) : deltas
}

function wants(subscription: Subscription, delta: Delta): boolean {
  return delta.position > subscription.position && subscriptionMatches(subscription, delta)
}

async function raise(
  tx: Transaction,
  subscription: Subscription,
  delta: Delta,
  now: Date,
): Promise<string | null> {
  const alertId = deterministicId('alert', subscription.id, delta.position, delta.ordinal)
  const claim = await findClaim(tx, delta.claimId)
  const article = await findArticle(tx, delta.articleId)
  if (!claim || !article)
    throw new Error(`delta ${delta.position}-${delta.ordinal} names a claim or article that is not there`)
  const payload = toPayload(
    alertId,
    subscription,
    delta,
    claim,
    (await quotesOf(tx, [claim])).get(claim.id) ?? null,
    article,
  )
  const added = await insertAlert(tx, { id: alertId, subscriptionId: subscription.id, ...delta, payload })
  const deliveryId = deterministicId('delivery', alertId)
  if (added) await insertDelivery(tx, deliveryId, alertId, subscription.endpoint, now)
  return added ? deliveryId : null
}

function toPayload(
  alertId: string,
  { id, name }: Subscription,
  { position, ordinal, ...delta }: Delta,
  claim: Claim,
  quote: string | null,
  article: Article,
): AlertPayload {
  return {
    type: 'estimate.changed',
    timestamp: delta.recordedAt.toISOString(),
    data: {
      alertId,
      subscription: { id, name },
      delta: { id: `${position}-${ordinal}`, ...delta },
      claim: { id: claim.id, quote, source: claim.source, status: claim.status },
      article: {
        id: article.id,
        outlet: article.outlet,
        url: article.url,
        title: article.title,
        publishedAt: article.publishedAt.toISOString(),
      },
    },
  }
}
