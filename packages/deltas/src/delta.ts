import type { ClaimCause } from '@muster/claims'
import type { Basis, Estimate, Series } from '@muster/estimates'

export const deltaKinds = [
  'first',
  'raised',
  'lowered',
  'widened',
  'narrowed',
  'corroborated',
  'contested',
  'settled',
  'withdrawn',
  'outlook',
] as const

export type DeltaKind = (typeof deltaKinds)[number]

/** One change of an estimate, with the claim that caused it. Its id is `position-ordinal` of the causing event. */
export type Delta = Series & {
  position: number
  ordinal: number
  basis: Basis
  kind: DeltaKind
  /** Status of the claim that caused it. */
  claimStatus: string
  before: Estimate | null
  after: Estimate | null
  claimId: string
  articleId: string
  cause: ClaimCause
  publishedAt: Date
  recordedAt: Date
  /** Whether it comes from reading an old article anew, and so raises no alert. */
  replayed: boolean
}
