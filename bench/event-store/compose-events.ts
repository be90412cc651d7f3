import { type ClaimRecorded, claimRecorded } from '@muster/claims'
import type { NewEvent } from '@muster/event-store'
import { deterministicId } from '@muster/runtime'

const PUBLISHED = '2024-10-23T08:00:00.000Z'
const HASH = '6e74de560bb48f57ffc80d44dc8f0b1eabff16599d44eaaa8e7133f4638b1c11'

/** Claim events of the usual size (about 700 bytes of JSON) of one article; no two are the same. */
export function composeEvents(article: string, count: number): NewEvent[] {
  const articleId = deterministicId('bench-article', article)
  return Array.from({ length: count }, (_, index) => ({
    type: claimRecorded,
    data: composeClaim(articleId, article, index),
    metadata: { extractor: 'bench' },
    occurredAt: new Date(PUBLISHED),
  }))
}

function composeClaim(articleId: string, article: string, index: number): ClaimRecorded {
  return {
    claimId: deterministicId('bench-claim', article, index),
    articleId,
    snapshotHash: HASH,
    reportId: HASH,
    outlet: 'The Bugle',
    publishedAt: PUBLISHED,
    start: index * 100,
    end: index * 100 + 40,
    low: 10_000 + index,
    high: 12_000 + index,
    qualifier: 'range',
    unit: 'personnel',
    item: 'troops',
    predicate: 'deployed',
    actor: 'PRK',
    places: ['Kursk', 'Russia'],
    placeIds: ['RU-KRS', 'RU'],
    status: 'actual',
    extent: 'total',
    source: 'the ministry of defence',
    origin: 'ministry-of-defence',
    effectiveDate: '2024-10-22',
    confidence: 0.83,
  }
}
