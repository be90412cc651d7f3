import type { ApiKey } from '@muster/access'
import { type Delivery, findDelivery, findSubscription, type Subscription } from '@muster/alerts'
import type { Db } from '@muster/postgres'
import { visibleOwner } from './keys/visible-owner.ts'

/** A delivery with its subscription, which may be deleted, or null when the key may not see it. */
export async function findVisibleDelivery(
  db: Db,
  key: ApiKey,
  id: string,
): Promise<{ delivery: Delivery; subscription: Subscription } | null> {
  const owner = visibleOwner(key)
  const delivery = await findDelivery(db, id)
  const subscription = delivery && (await findSubscription(db, delivery.subscriptionId))
  if (!subscription) return null
  return owner === null || subscription.owner === owner ? { delivery, subscription } : null
}
