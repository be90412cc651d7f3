import type { ExtractedClaim } from '../claim-schema.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import type { ArticleReading } from '../reading/read-article.ts'

const includes = wordClass('includes')
const definiteWords = wordClass('definite')

type Repeated = Pick<ExtractedClaim, 'actor'> &
  Partial<Pick<ExtractedClaim, 'predicate' | 'status' | 'extent' | 'places' | 'placeIds'>>

const doubtful = 0.6

/** "The 3,000 troops …" are those of an earlier sentence: what this one does not say, that one said. */
export function repeatOf(
  article: ArticleReading,
  mention: Mention,
  claim: ExtractedClaim,
  claims: readonly ExtractedClaim[],
): Repeated | null {
  const { tokens } = article.document
  const definite = isOneOf(tokens[mention.from - 1], definiteWords)
  if (definite) {
    const first = claims.find(
      (known) => known.low === claim.low && known.high === claim.high && known.unit === claim.unit,
    )
    if (first) return takeOver(first, claim)
  }
  const claimed = wholeOf(article, mention, claims)
  return claimed && claimed.unit === claim.unit
    ? { ...takeOver(claimed, { ...claim, confidence: 0 }), extent: 'part' }
    : null
}

/** "the 3,000 include 2,000 from … and 1,000 from …": the claim of the whole. */
function wholeOf(
  { document, mentionsOf }: ArticleReading,
  mention: Mention,
  claims: readonly ExtractedClaim[],
): ExtractedClaim | null {
  const here = mentionsOf.get(mention.sentence) ?? []
  const at = here.indexOf(mention)
  const whole = here.findIndex((known) => isOneOf(document.tokens[known.to], includes))
  if (whole < 0 || whole >= at) return null
  // "40 soldiers, including a major, were killed and five others …": the list of its parts has ended.
  const ended = document.tokens
    .slice(here[whole]?.to ?? 0, mention.from)
    .some(({ lower }) => words.be.has(lower))
  return ended ? null : (claims[claims.length - at + whole] ?? null)
}

function takeOver(first: ExtractedClaim, claim: ExtractedClaim): Repeated {
  const { actor, predicate, status, extent } = first
  if (claim.confidence > doubtful && claim.status !== 'actual') return { actor }
  return claim.predicate === predicate || claim.confidence <= doubtful
    ? { actor, predicate, status, extent }
    : { actor }
}
