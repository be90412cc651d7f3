import type { ActorReading } from '../actors/resolve-actor.ts'
import type { ExtractedClaim, Predicate } from '../claim-schema.ts'
import type { Decider } from '../judging/decider.ts'
import { judgeActor } from '../judging/judge-actor.ts'
import { judgeExtent } from '../judging/judge-extent.ts'
import { judgePredicate } from '../judging/judge-predicate.ts'
import { judgeSource } from '../judging/judge-source.ts'
import { judgeStatus } from '../judging/judge-status.ts'
import { prepareJudging } from '../judging/judging.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Governor, Listed } from '../reading/choose-trigger.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { actorContextOf, contextOf } from './context-of-claim.ts'
import type { Place } from './find-places.ts'
import { identifySource } from './identify-source.ts'
import type { MentionContext } from './mention-context.ts'
import { resolveDate } from './resolve-date.ts'
import { resolvePlaces } from './resolve-places.ts'
import { type PredicateReading, resolvePredicate } from './resolve-predicate.ts'

/** The claims read so far, with their predicates; `said` has each of those once. */
export type ClaimsBefore = {
  claims: readonly ExtractedClaim[]
  previous: readonly Predicate[]
  said: ReadonlySet<Predicate>
}

/** A claim with what it was read from: the verb or noun that governs it, and how its predicate and actor were found. */
export type ClaimReading = {
  claim: ExtractedClaim
  mention: Mention
  governor: Governor | null
  predicateFrom: PredicateReading['from']
  actorFrom: ActorReading['evidence']
}

/** Puts a claim together, field by field, from what was read around a mention. */
export function readClaim(
  article: ArticleReading,
  listed: Listed,
  before: ClaimsBefore,
  today: Date | null,
  decider: Decider,
): ClaimReading {
  const context = contextOf(article, listed, before)
  const { mention, governor } = context
  const source = judgeSource(decider, article, mention, context.claimBefore)
  const identity = source === null ? null : identifySource(article, source)
  const judging = prepareJudging(decider, context, source !== null)
  const ruled = resolvePredicate(context)
  const said = judgePredicate(judging, ruled)
  const stated = { predicate: said.answer, from: ruled.from }
  const speaker = identity?.actor ?? null
  const owner = judgeActor(
    decider,
    actorContextOf(article, listed, before, context, stated.predicate, speaker),
  )
  const status = judgeStatus(judging, stated)
  const claim = composeClaim(
    article.document,
    mention,
    placesOf(article, context, before, stated.predicate),
    {
      predicate: stated.predicate,
      actor: owner.actor,
      status,
      extent: judgeExtent(judging, stated, status, owner.actor),
      source,
      origin: identity?.origin ?? null,
      effectiveDate: resolveDate(context, today, status),
      confidence: decider.confidence(mention.probability * said.probability * owner.probability),
    },
  )
  return { claim, mention, governor, predicateFrom: ruled.from, actorFrom: owner.evidence }
}

type Found = Pick<
  ExtractedClaim,
  'predicate' | 'actor' | 'status' | 'extent' | 'source' | 'origin' | 'effectiveDate' | 'confidence'
>

// Written out: a spread here took a tenth of all time.
function composeClaim(
  { text, tokens }: Document,
  { from, to, quantity, noun }: Mention,
  places: readonly Place[],
  found: Found,
): ExtractedClaim {
  const { start } = tokens[from] as Token
  const { end } = tokens[to - 1] as Token
  return {
    start,
    end,
    quote: text.slice(start, end),
    low: quantity.low,
    high: quantity.high,
    qualifier: quantity.qualifier,
    unit: noun.unit,
    item: noun.item,
    predicate: found.predicate,
    actor: found.actor,
    places: places.map(({ name }) => name),
    placeIds: places.map(({ id }) => id),
    status: found.status,
    extent: found.extent,
    source: found.source,
    origin: found.origin,
    effectiveDate: found.effectiveDate,
    confidence: found.confidence,
  }
}

function placesOf(
  article: ArticleReading,
  { mention, reading }: MentionContext,
  { claims }: ClaimsBefore,
  predicate: Predicate,
): Place[] {
  return resolvePlaces(article.document, {
    mention,
    reading,
    mentions: article.mentionsOf.get(mention.sentence) ?? [],
    credits: article.sources[mention.sentence]?.credits ?? [],
    deployed: predicate === 'deployed',
    last: lastPlaces(article, claims),
  })
}

function lastPlaces({ listed }: ArticleReading, claims: readonly ExtractedClaim[]) {
  const claim = claims.at(-1)
  const before = listed[claims.length - 1]
  if (!claim || !before) return null
  const places = claim.places.map((name, index) => ({ name, id: claim.placeIds[index] ?? '' }))
  return { sentence: before.mention.sentence, places }
}
