import type { StoredEvent } from '@muster/event-store'
import type { Claim } from './claim.ts'

/** A claim as it stands in the rows once an event put an end to what it said. */
export const endOf = (claim: Claim, { type, position, recordedAt }: StoredEvent): Claim => ({
  ...claim,
  untilPosition: position,
  withdrawnAt: type === 'ClaimWithdrawn' ? recordedAt : null,
})
