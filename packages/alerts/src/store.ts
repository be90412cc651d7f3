import type { Db, Transaction } from '@muster/postgres'
import type { Alert, AlertPayload, Attempt, Delivery, DeliveryStatus } from './alert.ts'
import type { Subscription, SubscriptionState } from './subscription.ts'

const SUBSCRIPTION_COLUMNS = `id, name, endpoint, topic, place, statuses, kinds, smallest_change as "smallestChange",
  state, owner, position, created_at as "createdAt"`

const DELIVERY_COLUMNS = `d.id, d.alert_id as "alertId", a.subscription_id as "subscriptionId", d.endpoint, d.status,
  d.attempts, d.next_attempt_at as "nextAttemptAt", d.last_error as "lastError", d.created_at as "createdAt",
  d.settled_at as "settledAt"`

/** Inserts a subscription. */
export async function insertSubscription(
  tx: Transaction,
  subscription: Omit<Subscription, 'state' | 'createdAt'> & { secret: string },
): Promise<void> {
  const { id, name, endpoint, secret, topic, place, statuses, kinds, smallestChange, owner, position } =
    subscription
  await tx.query(
    `insert into subscriptions (id, name, endpoint, secret, topic, place, statuses, kinds, smallest_change, owner, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, name, endpoint, secret, topic, place, statuses, kinds, smallestChange, owner, position],
  )
}

/** One subscription, deleted or not, or null. */
export async function findSubscription(db: Db, id: string): Promise<Subscription | null> {
  const { rows } = await db.query<Subscription>(
    `select ${SUBSCRIPTION_COLUMNS} from subscriptions where id = $1`,
    [id],
  )
  return rows[0] ?? null
}

/** Subscriptions that are not deleted, of one owner or of all, in the order of their ids. */
export async function findSubscriptions(
  db: Db,
  owner: string | null,
  after: string | null,
  limit: number,
): Promise<Subscription[]> {
  const { rows } = await db.query<Subscription>(
    `select ${SUBSCRIPTION_COLUMNS} from subscriptions
      where state <> 'deleted' and ($1::uuid is null or owner = $1) and ($2::uuid is null or id > $2)
      order by id limit $3`,
    [owner, after, limit],
  )
  return rows
}

/** Subscriptions that raise alerts now, held so until the transaction ends; that of a revoked key raises none. */
export async function findActiveSubscriptions(tx: Transaction): Promise<Subscription[]> {
  const { rows } = await tx.query<Subscription>(
    `select ${SUBSCRIPTION_COLUMNS} from subscriptions s
      where state = 'active' and exists (select from api_keys k where k.id = s.owner and k.revoked_at is null)
      order by id for share`,
  )
  return rows
}

/** Changes the state of a subscription that is not deleted; a resumed one starts from now. False when nothing changed. */
export async function updateSubscriptionState(
  tx: Transaction,
  id: string,
  state: SubscriptionState,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update subscriptions set state = $2,
            position = case when $2 = 'active' then (select position from event_log) else position end
      where id = $1 and state not in ('deleted', $2)`,
    [id, state],
  )
  return rowCount === 1
}

/** Inserts an alert; false when it was raised before. */
export async function insertAlert(
  tx: Transaction,
  { id, subscriptionId, position, ordinal, payload }: Alert,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into alerts (id, subscription_id, position, ordinal, payload) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [id, subscriptionId, position, ordinal, JSON.stringify(payload)],
  )
  return rowCount === 1
}

/** Inserts a delivery that is due at once. */
export async function insertDelivery(
  tx: Transaction,
  id: string,
  alertId: string,
  endpoint: string,
  now: Date,
): Promise<void> {
  await tx.query(`insert into deliveries (id, alert_id, endpoint, next_attempt_at) values ($1, $2, $3, $4)`, [
    id,
    alertId,
    endpoint,
    now,
  ])
}

/** Pending deliveries whose time has come, the longest overdue first. */
export async function findDueDeliveries(
  db: Db,
  now: Date,
  limit: number,
): Promise<{ id: string; nextAttemptAt: Date }[]> {
  const { rows } = await db.query<{ id: string; nextAttemptAt: Date }>(
    `select id, next_attempt_at as "nextAttemptAt" from deliveries
      where status = 'pending' and next_attempt_at <= $1 order by next_attempt_at limit $2`,
    [now, limit],
  )
  return rows
}

/** What an attempt needs. */
export type TakenDelivery = {
  alertId: string
  endpoint: string
  secret: string
  payload: AlertPayload
  attempts: number
}

/** Takes a pending delivery that is due at exactly this time, for a lease; null when another process has it. */
export async function takeDelivery(
  db: Db,
  id: string,
  dueAt: Date,
  leaseUntil: Date,
): Promise<TakenDelivery | null> {
  const { rows } = await db.query<TakenDelivery>(
    `update deliveries d set next_attempt_at = $3
       from alerts a join subscriptions s on s.id = a.subscription_id
      where d.id = $1 and d.status = 'pending' and date_trunc('milliseconds', d.next_attempt_at) = $2 and a.id = d.alert_id
     returning a.id as "alertId", d.endpoint, s.secret, a.payload, d.attempts`,
    [id, dueAt, leaseUntil],
  )
  return rows[0] ?? null
}

/** Writes down one request. */
export async function insertAttempt(tx: Transaction, deliveryId: string, attempt: Attempt): Promise<void> {
  await tx.query(
    `insert into attempts (delivery_id, number, started_at, duration_ms, http_status, error) values ($1, $2, $3, $4, $5, $6)`,
    [deliveryId, attempt.number, attempt.startedAt, attempt.durationMs, attempt.httpStatus, attempt.error],
  )
}

type Settlement =
  | { kind: 'delivered'; attempts: number }
  | { kind: 'failed'; attempts: number; error: string; nextAttemptAt: Date }
  | { kind: 'dead'; attempts: number; error: string }

const STATUSES: Record<Settlement['kind'], DeliveryStatus> = {
  delivered: 'delivered',
  failed: 'pending',
  dead: 'dead',
}

/** Moves a delivery on after an attempt; one that was ended meanwhile stays ended. */
export async function settleDelivery(tx: Transaction, id: string, settlement: Settlement): Promise<void> {
  const { kind, attempts } = settlement
  await tx.query(
    `update deliveries set status = $2, attempts = $3, next_attempt_at = $4, last_error = $5,
            settled_at = case when $2 = 'pending' then null else now() end
      where id = $1 and status = 'pending'`,
    [
      id,
      STATUSES[kind],
      attempts,
      kind === 'failed' ? settlement.nextAttemptAt : null,
      kind === 'delivered' ? null : settlement.error,
    ],
  )
}

/** Ends the deliveries of a subscription that are still under way. */
export async function settleDeliveriesOf(
  tx: Transaction,
  subscriptionId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await tx.query(
    `update deliveries set status = 'dead', next_attempt_at = null, last_error = $2, settled_at = $3
      where status = 'pending' and alert_id in (select id from alerts where subscription_id = $1)`,
    [subscriptionId, reason, now],
  )
}

/** Makes a dead delivery due again; its attempts go on being counted. */
export async function reviveDelivery(db: Db, id: string, now: Date): Promise<void> {
  await db.query(
    `update deliveries set status = 'pending', next_attempt_at = $2, settled_at = null where id = $1 and status = 'dead'`,
    [id, now],
  )
}

/** One delivery, or null. */
export async function findDelivery(db: Db, id: string): Promise<Delivery | null> {
  const { rows } = await db.query<Delivery>(
    `select ${DELIVERY_COLUMNS} from deliveries d join alerts a on a.id = d.alert_id where d.id = $1`,
    [id],
  )
  return rows[0] ?? null
}

/** Which deliveries to list; absent parts do not filter. */
export type DeliveryFilter = {
  owner?: string | undefined
  subscriptionId?: string | undefined
  status?: DeliveryStatus | undefined
  before?: Pick<Delivery, 'createdAt' | 'id'> | undefined
}

/** Deliveries that fit a filter, the newest first. */
export async function findDeliveries(db: Db, filter: DeliveryFilter, limit: number): Promise<Delivery[]> {
  const { rows } = await db.query<Delivery>(
    `select ${DELIVERY_COLUMNS} from deliveries d
       join alerts a on a.id = d.alert_id join subscriptions s on s.id = a.subscription_id
      where ($1::uuid is null or s.owner = $1)
        and ($2::uuid is null or a.subscription_id = $2)
        and ($3::text is null or d.status = $3)
        and ($4::timestamptz is null or (d.created_at, d.id) < ($4, $5))
      order by d.created_at desc, d.id desc limit $6`,
    [filter.owner, filter.subscriptionId, filter.status, filter.before?.createdAt, filter.before?.id, limit],
  )
  return rows
}

/** The requests made for a delivery, in order. */
export async function findAttempts(db: Db, deliveryId: string): Promise<Attempt[]> {
  const { rows } = await db.query<Attempt>(
    `select number, started_at as "startedAt", duration_ms as "durationMs", http_status as "httpStatus", error
       from attempts where delivery_id = $1 order by number`,
    [deliveryId],
  )
  return rows
}

/** Takes the words of an article out of the alerts that quoted them. */
export async function eraseWords(tx: Transaction, articleId: string): Promise<void> {
  await tx.query(
    `update alerts
        set payload = jsonb_set(jsonb_set(payload, '{data,claim,quote}', 'null'), '{data,article,title}', 'null')
      where payload #>> '{data,article,id}' = $1`,
    [articleId],
  )
}
