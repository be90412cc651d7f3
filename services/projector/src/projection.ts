import { applyArticleEvent } from '@muster/articles'
import { applyClaimEvent } from '@muster/claims'
import { projectionName, recordDeltas } from '@muster/deltas'
import { reviseEstimates } from '@muster/estimates'
import type { Projection } from '@muster/event-store'

/**
 * Articles, claims, estimates and deltas move on together under one checkpoint, so whoever reads them sees one
 * moment of the log: a delta's claim and article are always there.
 */
export const projection: Projection = {
  name: projectionName,
  async apply(tx, event) {
    await applyArticleEvent(tx, event)
    const change = await applyClaimEvent(tx, event)
    if (!change) return
    const changes = await reviseEstimates(tx, change.claim, event.position)
    await recordDeltas(tx, event, change, changes)
  },
}
