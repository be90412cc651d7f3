import type { Predicate } from '../claim-schema.ts'
import { chooseTrigger, type Listed } from '../reading/choose-trigger.ts'
import { findLeadIn } from '../reading/find-lead-in.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import type { SentenceReading } from '../reading/read-sentence.ts'
import type { MentionContext } from './mention-context.ts'
import type { ClaimsBefore } from './read-claim.ts'

/** What the resolvers know of a mention, from its sentence and the claims before. */
export function contextOf(
  article: ArticleReading,
  listed: Listed,
  { previous, said, claims }: ClaimsBefore,
): MentionContext {
  const { tokens } = article.document
  const { mention } = listed
  const reading = article.sentences.get(mention.sentence) as SentenceReading
  const opening = findLeadIn(article.document, mention.sentence)
  const governor = chooseTrigger(tokens, reading, listed, article.mentionsOf.get(mention.sentence) ?? [])
  return {
    tokens,
    mention,
    reading,
    governor,
    leadIn: opening === null ? null : (article.sentences.get(opening) ?? null),
    listedBefore: listed.index > 0 ? (claims.at(-1) ?? null) : null,
    previous,
    said,
    previousHere: previousHere(article, listed, previous),
    claimBefore: claims.at(-1) ?? null,
  }
}

function previousHere(
  { mentions }: ArticleReading,
  { mention }: Listed,
  previous: readonly Predicate[],
): Predicate | null {
  const before = mentions[previous.length - 1]
  return before?.sentence === mention.sentence ? (previous.at(-1) ?? null) : null
}
