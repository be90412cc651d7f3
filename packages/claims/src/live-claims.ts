import type { StoredEvent } from '@muster/event-store'
import {
  articleExtracted,
  type ClaimRecorded,
  claimRecorded,
  claimRevised,
  claimWithdrawn,
} from './events.ts'

/** What an article claims at the end of these events of its stream, by claim id. */
export function liveClaims(events: StoredEvent[]): Map<string, ClaimRecorded> {
  const live = new Map<string, ClaimRecorded>()
  for (const event of events) {
    const said = claimRecorded.read(event) ?? claimRevised.read(event)
    if (said) live.set(said.claimId, said)
    live.delete(claimWithdrawn.read(event)?.claimId ?? '')
    const { kept = [], snapshotHash = '' } = articleExtracted.read(event) ?? {}
    for (const { claimId, start, end } of kept) {
      const claim = live.get(claimId)
      if (claim) live.set(claimId, { ...claim, snapshotHash, start, end })
    }
  }
  return live
}
