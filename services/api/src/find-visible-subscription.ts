import type { ApiKey } from '@muster/access'
import { findSubscription, type Subscription } from '@muster/alerts'
import type { Db } from '@muster/postgres'
import { visibleOwner } from './keys/visible-owner.ts'

/** A subscription that is not deleted and that the key may see, or null: others do not exist for it. */
export async function findVisibleSubscription(db: Db, key: ApiKey, id: string): Promise<Subscription | null> {
  const owner = visibleOwner(key)
  const subscription = await findSubscription(db, id)
  if (!subscription || subscription.state === 'deleted') return null
  return owner === null || subscription.owner === owner ? subscription : null
}
