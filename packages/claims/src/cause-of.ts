import type { Claim } from './claim.ts'

/** Why a claim is not as it was. */
export type ClaimCause = 'claim-recorded' | 'claim-revised' | 'claim-withdrawn'

/** What happened to a claim, by what it was and what it is; null where it does not stand. */
export function causeOf({ before, after }: { before: Claim | null; after: Claim | null }): ClaimCause {
  if (!after) return 'claim-withdrawn'
  return before ? 'claim-revised' : 'claim-recorded'
}
