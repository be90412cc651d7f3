import type { ActorContext, LastClaim } from '../actors/actor-context.ts'
import { findSubjects } from '../actors/find-subject.ts'
import type { ExtractedClaim, Predicate } from '../claim-schema.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import type { Mention } from '../mentions/mention.ts'
import { chooseTrigger, type Listed } from '../reading/choose-trigger.ts'
import { findLeadIn } from '../reading/find-lead-in.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import type { SentenceReading } from '../reading/read-sentence.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'
import type { ClaimsBefore } from './read-claim.ts'

const hostileWords = wordClass('hostile')
const plainFighter = wordClass('plain-fighter')
const subordinatingWords = wordClass('subordinating')

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

/** What the actor of a claim may be found from, beyond its sentence. */
export function actorContextOf(
  article: ArticleReading,
  listed: Listed,
  { claims }: ClaimsBefore,
  context: MentionContext,
  predicate: Predicate,
  speaker: string | null,
): ActorContext {
  const { tokens, reading, governor, leadIn, listedBefore, previous, said, previousHere } = context
  const mention = asFighters(tokens, context.mention, article.topic.group)
  // Written out: a spread is slow here too.
  return {
    tokens,
    mention,
    reading,
    governor,
    leadIn,
    listedBefore,
    previous,
    said,
    previousHere,
    document: article.document,
    predicate,
    counts: article.counts,
    topic: article.topic,
    mentions: article.mentionsOf.get(mention.sentence) ?? [],
    credits: article.sources[mention.sentence]?.credits ?? [],
    subjectBefore: subjectBefore(article, mention.sentence),
    last: lastClaim(article, listed, claims),
    claimBefore: context.claimBefore,
    earlier: claims,
    before: article.sentences.get(mention.sentence - 1) ?? null,
    speaker,
  }
}

/** "enemy fighters" are of no state; nor are plain "fighters" where the article names a group. */
function asFighters(tokens: readonly Token[], mention: Mention, group: string | null): Mention {
  const { noun, quantity, to } = mention
  if (noun.armed || noun.unit !== 'personnel') return mention
  const fighting = group !== null && plainFighter.words.has(noun.item)
  if (!fighting && !someOf(tokens, quantity.to, to, hostileWords)) return mention
  return { ...mention, noun: { ...noun, armed: true } }
}

/** The first subject of the sentence before. */
function subjectBefore(
  { sentences, document, mentionsOf, sources }: ArticleReading,
  index: number,
): string | null {
  const reading = sentences.get(index - 1)
  if (reading === undefined) return null
  const search = {
    tokens: document.tokens,
    reading,
    mentions: mentionsOf.get(index - 1) ?? [],
    credits: sources[index - 1]?.credits ?? [],
  }
  const [first] = findSubjects(search, reading.sentence.to)
  if (first === undefined) return null
  const opens = document.tokens.slice(reading.sentence.from + 1, first.at)
  return opens.some((token) => isOneOf(token, subordinatingWords)) ? null : first.name.id
}

function lastClaim(
  { listed: all, mentions }: ArticleReading,
  listed: Listed,
  claims: readonly ExtractedClaim[],
): LastClaim | null {
  const claim = claims.at(-1)
  if (claim === undefined) return null
  const before = all[claims.length - 1]?.mention ?? mentions[0]
  return {
    actor: claim.actor,
    predicate: claim.predicate,
    unit: claim.unit,
    sentence: before?.sentence ?? 0,
    to: before?.to ?? 0,
    item: claim.item,
    listed: listed.index > 0,
  }
}
