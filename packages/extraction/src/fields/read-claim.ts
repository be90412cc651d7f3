import type { ActorContext, LastClaim } from '../actors/actor-context.ts'
import { findSubjects } from '../actors/find-subject.ts'
import type { ActorReading } from '../actors/resolve-actor.ts'
import type { ExtractedClaim, Predicate } from '../claim-schema.ts'
import type { Decider } from '../judging/decider.ts'
import { judgeActor } from '../judging/judge-actor.ts'
import { judgeExtent } from '../judging/judge-extent.ts'
import { judgePredicate } from '../judging/judge-predicate.ts'
import { judgeSource } from '../judging/judge-source.ts'
import { judgeStatus } from '../judging/judge-status.ts'
import { prepareJudging } from '../judging/judging.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import type { Mention } from '../mentions/mention.ts'
import { chooseTrigger, type Governor, type Listed } from '../reading/choose-trigger.ts'
import { findLeadIn } from '../reading/find-lead-in.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import type { SentenceReading } from '../reading/read-sentence.ts'
import type { Token } from '../text/token.ts'
import { identifySource } from './identify-source.ts'
import type { MentionContext } from './mention-context.ts'
import { resolveDate } from './resolve-date.ts'
import { resolvePlaces } from './resolve-places.ts'
import { type PredicateReading, resolvePredicate } from './resolve-predicate.ts'

const hostileWords = wordClass('hostile')
const plainFighter = wordClass('plain-fighter')
const subordinatingWords = wordClass('subordinating')

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
  const predicate = said.answer
  const owner = judgeActor(
    decider,
    actorContextOf(article, listed, before, context, predicate, identity?.actor ?? null),
  )
  const status = judgeStatus(judging, { predicate, from: ruled.from })
  const places = resolvePlaces(article.document, {
    mention,
    reading: context.reading,
    mentions: article.mentionsOf.get(mention.sentence) ?? [],
    credits: article.sources[mention.sentence]?.credits ?? [],
    deployed: predicate === 'deployed',
    last: lastPlaces(article, before.claims),
  })
  const { document } = article
  const start = (document.tokens[mention.from] as Token).start
  const end = (document.tokens[mention.to - 1] as Token).end
  // Written out: a spread here took a tenth of all time.
  const claim: ExtractedClaim = {
    start,
    end,
    quote: document.text.slice(start, end),
    low: mention.quantity.low,
    high: mention.quantity.high,
    qualifier: mention.quantity.qualifier,
    unit: mention.noun.unit,
    item: mention.noun.item,
    predicate,
    actor: owner.actor,
    places: places.map((place) => place.name),
    placeIds: places.map((place) => place.id),
    status,
    extent: judgeExtent(judging, { predicate, from: ruled.from }, status, owner.actor),
    source,
    origin: identity?.origin ?? null,
    effectiveDate: resolveDate(context, today, status),
    confidence: decider.confidence(mention.probability * said.probability * owner.probability),
  }
  return { claim, mention, governor, predicateFrom: ruled.from, actorFrom: owner.evidence }
}

function contextOf(
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

function actorContextOf(
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

function lastPlaces({ listed }: ArticleReading, claims: readonly ExtractedClaim[]) {
  const claim = claims.at(-1)
  const before = listed[claims.length - 1]
  if (!claim || !before) return null
  const places = claim.places.map((name, index) => ({ name, id: claim.placeIds[index] ?? '' }))
  return { sentence: before.mention.sentence, places }
}
