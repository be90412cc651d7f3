import { findRevokedKeys } from '@muster/access'
import type { Subscription } from '@muster/alerts'
import type { Db } from '@muster/postgres'

/** Subscriptions as the API shows them: those of a revoked key have ended, whatever state they were left in. */
export async function showSubscriptions(db: Db, subscriptions: Subscription[]) {
  const revoked = await findRevokedKeys(
    db,
    subscriptions.map(({ owner }) => owner),
  )
  return subscriptions.map((subscription) =>
    revoked.has(subscription.owner) ? { ...subscription, state: 'ended' as const } : subscription,
  )
}
