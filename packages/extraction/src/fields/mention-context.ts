import type { Extent, ExtractedClaim, Predicate } from '../claim-schema.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import type { SentenceReading } from '../reading/read-sentence.ts'
import type { Token } from '../text/token.ts'

/** Everything the resolvers know of one mention. */
export type MentionContext = {
  tokens: readonly Token[]
  mention: Mention
  reading: SentenceReading
  governor: Governor | null
  /** The sentence that opens the list in which the mention is an item. */
  leadIn: SentenceReading | null
  /** The claim before in the same list, "7,262 tanks, 348 aircraft". */
  listedBefore: { predicate: Predicate; extent: Extent } | null
  /** The predicates of the claims before, latest last. */
  previous: readonly Predicate[]
  /** The same, each once: what the article has spoken of so far. */
  said: ReadonlySet<Predicate>
  /** The predicate of the claim before in the same sentence. */
  previousHere: Predicate | null
  /** The claim right before. */
  claimBefore: Pick<ExtractedClaim, 'predicate' | 'extent' | 'actor' | 'status' | 'source'> | null
}
