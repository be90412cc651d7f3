import type { ExtractedClaim } from '@muster/extraction'

/**
 * The topic of a claim: `actor.item.predicate`, as in `PRK.personnel.deployed` or `RUS.brigade.strength`.
 * All kinds of people are `personnel`. Null when the text does not say whose they are: that is no force.
 */
export function topicOf(claim: Pick<ExtractedClaim, 'actor' | 'unit' | 'item' | 'predicate'>): string | null {
  if (!claim.actor) return null
  const item = claim.unit === 'personnel' ? 'personnel' : claim.item.trim().replace(/[^\p{L}\p{N}]+/gu, '-')
  return `${claim.actor}.${item}.${claim.predicate}`
}
