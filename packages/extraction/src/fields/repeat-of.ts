import type { ExtractedClaim } from '../claim-schema.ts'
import type { Mention } from '../mentions/mention.ts'
import type { ArticleReading } from '../reading/read-article.ts'

type Repeated = Pick<ExtractedClaim, 'actor'> &
  Partial<Pick<ExtractedClaim, 'predicate' | 'status' | 'extent' | 'places' | 'placeIds'>>

const doubtful = 0.6

/** "The 3,000 troops …" are those of an earlier sentence: what this one does not say, that one said. */
export function repeatOf(
  { document, mentions }: ArticleReading,
  mention: Mention,
  claim: ExtractedClaim,
  claims: readonly ExtractedClaim[],
): Repeated | null {
  const { tokens } = document
  const definite = /^(?:the|those|these)$/.test(tokens[mention.from - 1]?.lower ?? '')
  if (definite) {
    const first = claims.find(
      (known) => known.low === claim.low && known.high === claim.high && known.unit === claim.unit,
    )
    if (first) return takeOver(first, claim)
  }
  const whole = mentions.findIndex(
    (known) => known.sentence === mention.sentence && /^includ/.test(tokens[known.to]?.lower ?? ''),
  )
  // "the 3,000 include 2,000 from … and 1,000 from …": shares of one whole are where it is.
  const claimed = whole >= 0 && whole < claims.length ? claims[whole] : undefined
  return claimed && claimed.unit === claim.unit
    ? { ...takeOver(claimed, { ...claim, confidence: 0 }), extent: 'part' }
    : null
}

function takeOver(first: ExtractedClaim, claim: ExtractedClaim): Repeated {
  const { actor, predicate, status, extent } = first
  if (claim.confidence > doubtful && claim.status !== 'actual') return { actor }
  return claim.predicate === predicate || claim.confidence <= doubtful
    ? { actor, predicate, status, extent }
    : { actor }
}
