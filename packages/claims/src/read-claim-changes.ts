import type { StoredEvent } from '@muster/event-store'
import type { Db } from '@muster/postgres'
import type { Claim } from './claim.ts'
import { endOf } from './end-of.ts'
import { type ClaimRecorded, claimRecorded, claimRevised, claimWithdrawn } from './events.ts'
import { findClaimsByIds } from './store.ts'
import { topicOf } from './topic-of.ts'

/** Why a claim is not as it was. */
export type ClaimCause = 'claim-recorded' | 'claim-revised' | 'claim-withdrawn'

/** What an event made of a claim: `before` is null when it was not live, `after` when it is no longer. */
export type ClaimChange = {
  cause: ClaimCause
  event: StoredEvent
  before: Claim | null
  after: Claim | null
}

/** What an event tells of a claim: what it says now, or null when it no longer stands. */
type Told = { event: StoredEvent; claimId: string; said: ClaimRecorded | null }

/** What events make of claims, in order; events of other things make nothing. Stores nothing yet. */
export async function readClaimChanges(db: Db, events: StoredEvent[]): Promise<ClaimChange[]> {
  const told = events.flatMap(tell)
  const known = await findClaimsByIds(db, [...new Set(told.map(({ claimId }) => claimId))])
  const latest = new Map(known.map((claim) => [claim.id, claim]))
  return told.flatMap((each) => {
    const change = changeOf(each, latest.get(each.claimId))
    const now = change.after ?? (change.before && endOf(change.before, each.event))
    if (now) latest.set(now.id, now)
    return change.before || change.after ? [change] : []
  })
}

function tell(event: StoredEvent): Told[] {
  const said = claimRecorded.read(event) ?? claimRevised.read(event)
  const claimId = said?.claimId ?? claimWithdrawn.read(event)?.claimId
  return claimId ? [{ event, claimId, said }] : []
}

function changeOf({ event, said }: Told, last: Claim | undefined): ClaimChange {
  const before = last?.untilPosition === null ? last : null
  const after = said && claimAfter(event, said, last)
  const cause = !after ? 'claim-withdrawn' : before ? 'claim-revised' : 'claim-recorded'
  return { cause, event, before, after }
}

/** Said again, or something else, a claim keeps its place in the order of recording. */
function claimAfter(event: StoredEvent, recorded: ClaimRecorded, last: Claim | undefined): Claim {
  const { claimId, publishedAt, ...said } = recorded
  return {
    ...said,
    id: claimId,
    topic: topicOf(said),
    publishedAt: new Date(publishedAt),
    recordedAt: last?.recordedAt ?? event.recordedAt,
    position: last?.position ?? event.position,
    fromPosition: event.position,
    untilPosition: null,
    withdrawnAt: null,
  }
}
