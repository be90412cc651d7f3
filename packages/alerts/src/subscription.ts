import type { DeltaKind } from '@muster/deltas'

export type SubscriptionState = 'active' | 'paused' | 'deleted'

/** Who is told of which deltas. Its secret signs deliveries and is shown once, when it is made. */
export type Subscription = {
  id: string
  name: string
  endpoint: string
  /** `actor.item.predicate`; `*` stands for any part. */
  topic: string
  /** A place id, `*` for the overall series, `any` for every series. */
  place: string
  /** Status of the causing claim; empty for any. */
  statuses: string[]
  /** Kinds of delta; empty for any. */
  kinds: DeltaKind[]
  /** Smallest change of low, best or high, as a share of the number before: 0.1 is ten per cent. */
  smallestChange: number
  state: SubscriptionState
  owner: string
  /** Head of the log when it was made or last resumed: deltas up to there raise no alert. */
  position: number
  createdAt: Date
}
