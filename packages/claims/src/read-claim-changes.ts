import { articleCaptured } from '@muster/articles'
import type { StoredEvent } from '@muster/event-store'
import type { Db } from '@muster/postgres'
import { type ClaimCause, causeOf } from './cause-of.ts'
import type { Claim } from './claim.ts'
import { endOf } from './end-of.ts'
import {
  articleExtracted,
  type ClaimRecorded,
  claimRecorded,
  claimRevised,
  claimWithdrawn,
} from './events.ts'
import { findClaimsByIds } from './store.ts'
import { topicOf } from './topic-of.ts'

/** What an event made of a claim: `before` is null when it was not live, `after` when it is no longer. */
export type ClaimChange = {
  cause: ClaimCause
  event: StoredEvent
  before: Claim | null
  after: Claim | null
}

/** What an event tells of a claim: what it is after it, by what it was last; null when it no longer stands. */
type Told = {
  event: StoredEvent
  claimId: string
  articleId: string
  toAfter(last: Claim | undefined): Claim | null
}

/** What events make of claims, in order; events of other things make nothing. Stores nothing yet. */
export async function readClaimChanges(db: Db, events: StoredEvent[]): Promise<ClaimChange[]> {
  const told = events.flatMap(tell)
  const known = await findClaimsByIds(db, idsToFind(told, events))
  const latest = new Map(known.map((claim) => [claim.id, claim]))
  return told.flatMap((each) => {
    const change = changeOf(each, latest.get(each.claimId))
    const now = change.after ?? (change.before && endOf(change.before, each.event))
    if (now) latest.set(now.id, now)
    return change.before || change.after ? [change] : []
  })
}

/** Of an article that is captured here, no claim is stored yet; unless that was set aside, and its claims went before. */
function idsToFind(told: Told[], events: StoredEvent[]): string[] {
  const captured = new Set(
    events.flatMap((event) => (event.original === undefined && articleCaptured.read(event)?.articleId) || []),
  )
  const older = told.filter(({ articleId }) => !captured.has(articleId))
  return [...new Set(older.map(({ claimId }) => claimId))]
}

/** The claim that an event is about; null when it is about none. */
export const claimOfEvent = (event: StoredEvent): string | null =>
  (claimRecorded.read(event) ?? claimRevised.read(event) ?? claimWithdrawn.read(event))?.claimId ?? null

function tell(event: StoredEvent): Told[] {
  const said = claimRecorded.read(event) ?? claimRevised.read(event)
  if (said) return [{ event, ...idsOf(said), toAfter: (last) => claimAfter(event, said, last) }]
  const withdrawn = claimWithdrawn.read(event)
  if (withdrawn) return [{ event, ...idsOf(withdrawn), toAfter: () => null }]
  const { kept = [], snapshotHash = '', articleId = '' } = articleExtracted.read(event) ?? {}
  return kept.map(({ claimId, ...span }) => ({
    event,
    claimId,
    articleId,
    toAfter: (last) =>
      isLive(last) ? { ...last, ...span, snapshotHash, fromPosition: event.position } : null,
  }))
}

const idsOf = ({ claimId, articleId }: { claimId: string; articleId: string }) => ({ claimId, articleId })

const isLive = (claim: Claim | undefined): claim is Claim => claim?.untilPosition === null

function changeOf({ event, toAfter }: Told, last: Claim | undefined): ClaimChange {
  const before = isLive(last) ? last : null
  const after = toAfter(last)
  return { cause: causeOf({ before, after }), event, before, after }
}

/**
 * Said again, or something else, a claim keeps its place in the order of recording. Field by field: rebuilds make
 * millions, and taking an object apart and spreading it costs three times as much.
 */
function claimAfter(event: StoredEvent, said: ClaimRecorded, last: Claim | undefined): Claim {
  return {
    id: said.claimId,
    articleId: said.articleId,
    snapshotHash: said.snapshotHash,
    reportId: said.reportId,
    start: said.start,
    end: said.end,
    low: said.low,
    high: said.high,
    qualifier: said.qualifier,
    unit: said.unit,
    item: said.item,
    predicate: said.predicate,
    actor: said.actor,
    places: said.places,
    placeIds: said.placeIds,
    status: said.status,
    extent: said.extent,
    source: said.source,
    origin: said.origin,
    effectiveDate: said.effectiveDate,
    confidence: said.confidence,
    topic: topicOf(said),
    outlet: said.outlet,
    publishedAt: new Date(said.publishedAt),
    recordedAt: last?.recordedAt ?? event.recordedAt,
    position: last?.position ?? event.position,
    fromPosition: event.position,
    untilPosition: null,
    withdrawnAt: null,
  }
}
