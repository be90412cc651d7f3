import type { ExtractedClaim, Predicate } from './claim-schema.ts'
import { dayOf } from './fields/day-of.ts'
import { type ClaimReading, readClaim } from './fields/read-claim.ts'
import { repeatOf } from './fields/repeat-of.ts'
import type { Decider } from './judging/decider.ts'
import { modelDecider } from './judging/model-decider.ts'
import { findMentions } from './mentions/find-mentions.ts'
import type { Passed } from './mentions/mention.ts'
import type { ArticleInput } from './parse-article-line.ts'
import { readArticle } from './reading/read-article.ts'
import { type Document, readDocument } from './text/document.ts'

/** What was read in a text: its claims with their grounds, and the numbers that are none. */
export type TextReading = { document: Document; readings: RepeatedReading[]; passed: Passed[] }

/** `repeats` when the claim takes what it does not say from an earlier one of the same number. */
export type RepeatedReading = ClaimReading & { repeats: boolean }

/** Reads one text from its tokens to its claims. */
export function readText(
  { title, text, published }: Omit<ArticleInput, 'id'>,
  decider: Decider = modelDecider,
): TextReading {
  const document = readDocument(title, text)
  const { mentions, passed } = findMentions(document, decider)
  if (mentions.length === 0) return { document, readings: [], passed }
  const article = readArticle(document, mentions)
  const today = dayOf(published)
  const readings: RepeatedReading[] = []
  const claims: ExtractedClaim[] = []
  const previous: Predicate[] = []
  const said = new Set<Predicate>()
  for (const listed of article.listed) {
    const read = readClaim(article, listed, { claims, previous, said }, today, decider)
    const repeated = repeatOf(article, listed.mention, read.claim, claims)
    if (repeated !== null) Object.assign(read.claim, repeated)
    readings.push(withRepeats(read, repeated !== null))
    claims.push(read.claim)
    previous.push(read.claim.predicate)
    said.add(read.claim.predicate)
  }
  const isShort = document.tokens.length < leastTokens
  if (isShort || readings.some(({ mention }) => mention.probability >= leastLikely))
    return { document, readings, passed }
  return { document, readings: [], passed: [...passed, ...readings.map(asPassed)] }
}

/** An article in which no number is likely a claim is seldom about forces: of 104 such articles three more were passed over so, at no price in core. */
const leastLikely = 0.85
/** A sentence or two give no claim much confidence. */
const leastTokens = 100

function asPassed({ mention: { sentence, from, to } }: RepeatedReading): Passed {
  return { sentence, from, to, reason: 'unlikely' }
}

// Written out: a spread costs more than most fields do.
function withRepeats(read: ClaimReading, repeats: boolean): RepeatedReading {
  const { claim, mention, governor, predicateFrom, actorFrom } = read
  return { claim, mention, governor, predicateFrom, actorFrom, repeats }
}
