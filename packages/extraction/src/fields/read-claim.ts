import type { ExtractedClaim, Predicate } from '../claim-schema.ts'
import { findActorId } from '../lexicon/find-actor-id.ts'
import { chooseTrigger, type Listed } from '../reading/choose-trigger.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import type { SentenceReading } from '../reading/read-sentence.ts'
import type { Token } from '../text/token.ts'
import { findSubject } from './find-subject.ts'
import { resolveActor } from './resolve-actor.ts'
import { resolveDate } from './resolve-date.ts'
import { resolveExtent } from './resolve-extent.ts'
import { resolveOrigin } from './resolve-origin.ts'
import { resolvePlaces } from './resolve-places.ts'
import { type MentionContext, resolvePredicate } from './resolve-predicate.ts'
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
  const inSentence = article.mentions.filter((other) => other.sentence === mention.sentence)
  const governor = chooseTrigger(tokens, reading, listed, inSentence)
  const context: MentionContext = { tokens, mention, reading, governor, previous }
  const predicate = resolvePredicate(context)
  const source = resolveSource(article, mention)
  const actor = resolveActor({
    ...context,
    predicate,
    counts: article.counts,
    subjectBefore: subjectBefore(article, mention.sentence),
    last: lastClaim(article, listed, claims),
    speaker: source === null ? null : findActorId(source),
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
    origin: resolveOrigin(source),
    effectiveDate: resolveDate(context, published, status === 'expected'),
    confidence: scoreConfidence(mention, governor, actor),
  }
}

function subjectBefore({ sentences, document }: ArticleReading, index: number): string | null {
  const reading = sentences.get(index - 1)
  return reading ? (findSubject(reading, document.tokens, reading.sentence.to)?.name.id ?? null) : null
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
