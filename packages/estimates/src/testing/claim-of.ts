import type { Claim } from '@muster/claims'
import { deterministicId } from '@muster/runtime'

const DAY_MS = 24 * 3600 * 1000

/** A claim of a topic, by one of five origins, that was published some days after 1 January 2019. */
export function claimOf(topic: string, position: number, day = 0): Claim {
  const at = new Date(Date.UTC(2019, 0, 1) + day * DAY_MS)
  const id = deterministicId('claim', topic, position)
  const reportId = `report-${position}`
  return {
    ...{ id, articleId: id, snapshotHash: reportId, reportId, start: 0, end: 1, topic, position },
    ...{ low: position, high: position, qualifier: 'exact', unit: 'personnel', item: 'soldier' },
    ...{ predicate: 'deployed', actor: 'PRK', places: [], placeIds: [], status: 'actual', extent: 'total' },
    ...{ source: 'NIS', origin: `origin-${position % 5}`, effectiveDate: null, confidence: 1 },
    ...{ outlet: 'outlet', publishedAt: at, recordedAt: at, fromPosition: position },
    ...{ untilPosition: null, withdrawnAt: null },
  }
}
