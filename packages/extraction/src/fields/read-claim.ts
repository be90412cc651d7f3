import type { LastClaim } from '../actors/actor-context.ts'
import { findSubjects } from '../actors/find-subject.ts'
import { resolveActor } from '../actors/resolve-actor.ts'
import type { ExtractedClaim, Predicate } from '../claim-schema.ts'
import { chooseTrigger, type Listed } from '../reading/choose-trigger.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import type { SentenceReading } from '../reading/read-sentence.ts'
import type { Token } from '../text/token.ts'
import { identifySource } from './identify-source.ts'
import type { MentionContext } from './mention-context.ts'
import { resolveDate } from './resolve-date.ts'
import { resolveExtent } from './resolve-extent.ts'

import { resolvePlaces } from './resolve-places.ts'
import { resolvePredicate } from './resolve-predicate.ts'
import { resolveSource } from './resolve-source.ts'
import { resolveStatus } from './resolve-status.ts'
import { scoreConfidence } from './score-confidence.ts'

/** Puts a claim together, field by field, from what was read around a mention. */
export function readClaim(
  article: ArticleReading,
  listed: Listed,
  claims: readonly ExtractedClaim[],
  previous: readonly Predicate[],
  published: string | null,
): ExtractedClaim {
  const { document } = article
  const { tokens } = document
  const { mention } = listed
  const reading = article.sentences.get(mention.sentence) as SentenceReading
  const inSentence = article.mentionsOf.get(mention.sentence) ?? []
  const governor = chooseTrigger(tokens, reading, listed, inSentence)
  const context: MentionContext = {
    tokens,
    mention,
    reading,
    governor,
    previous,
    previousHere: previousHere(article, listed, previous),
  }
  const predicate = resolvePredicate(context)
  const source = resolveSource(article, mention)
  const identity = source === null ? null : identifySource(article, source)
  const actor = resolveActor({
    tokens,
    mention,
    reading,
    governor,
    previous,
    previousHere: context.previousHere,
    document,
    predicate,
    counts: article.counts,
    mentions: inSentence,
    credits: article.sources[mention.sentence]?.credits ?? [],
    subjectBefore: subjectBefore(article, mention.sentence),
    last: lastClaim(article, listed, claims),
    speaker: identity?.actor ?? null,
  })
  const status = resolveStatus(context, predicate)
  const places = resolvePlaces(document, context)
  const start = (tokens[mention.from] as Token).start
  const end = (tokens[mention.to - 1] as Token).end
  return {
    start,
    end,
    quote: document.text.slice(start, end),
    low: mention.quantity.low,
    high: mention.quantity.high,
    qualifier: mention.quantity.qualifier,
    unit: mention.noun.unit,
    item: mention.noun.item,
    predicate,
    actor: actor.actor,
    places: places.map((place) => place.name),
    placeIds: places.map((place) => place.id),
    status,
    extent: resolveExtent(context, predicate, status),
    source,
    origin: identity?.origin ?? null,
    effectiveDate: resolveDate(context, published, status === 'expected'),
    confidence: scoreConfidence(mention, governor, actor),
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
  return findSubjects(search, reading.sentence.to)[0]?.name.id ?? null
}

function lastClaim(
  { listed: all, mentions }: ArticleReading,
  listed: Listed,
  claims: readonly ExtractedClaim[],
) {
  const claim = claims.at(-1)
  if (claim === undefined) return null
  const before = all[claims.length - 1]?.mention ?? mentions[0]
  return {
    actor: claim.actor,
    predicate: claim.predicate,
    sentence: before?.sentence ?? 0,
    listed: listed.index > 0,
  }
}
