import { articleCaptured, articleStream } from '@muster/articles'
import {
  articleExtracted,
  type ClaimRecorded,
  claimRecorded,
  claimRevised,
  claimWithdrawn,
} from '@muster/claims'
import type { AppendPart, NewEvent } from '@muster/event-store'
import { deterministicId } from '@muster/runtime'

const START = Date.UTC(2023, 0, 1)
const ARTICLE_EVERY_MS = 20 * 60 * 1000
const CLAIMS_PER_ARTICLE = 5
const PREDICATES = ['deployed', 'killed', 'strength', 'lost', 'supplied'] as const
const PLACES = [['RU', 'RU-KRS'], ['UA'], [], ['UA', 'UA-14', 'pokrovsk']]

/** How many claim events an article has: five claims; at times one is revised and one withdrawn. */
export const claimEventsOf = (n: number): number =>
  CLAIMS_PER_ARTICLE + (n % 5 === 0 ? 1 : 0) + (n % 10 === 0 ? 1 : 0)

/**
 * The stream of the nth article of three years of news: captured, its claims, extracted. Claims are of some 300
 * topics, some of them much larger than others, in 40 outlets; each actor is spoken of by so many origins, and one
 * claim of twenty names no source.
 */
export function composeArticle(n: number, origins: number): AppendPart {
  const articleId = deterministicId('bench-article', n)
  const occurredAt = new Date(START + n * ARTICLE_EVERY_MS)
  const snapshotHash = hashOf(n)
  const shared = {
    articleId,
    snapshotHash,
    reportId: snapshotHash,
    outlet: `outlet-${spread(n, 40)}`,
    publishedAt: occurredAt.toISOString(),
  }
  const claims = Array.from({ length: CLAIMS_PER_ARTICLE }, (_, index) =>
    composeClaim(shared, n, index, origins),
  )
  const [first, second] = claims as [ClaimRecorded, ClaimRecorded]
  const event = (type: NewEvent['type'], data: object): NewEvent => ({
    type,
    data,
    occurredAt,
    metadata: { extractor: 'bench' },
  })
  const captured = {
    feedId: articleId,
    entryId: `${n}`,
    url: null,
    titleHash: null,
    publishedBasis: 'stated',
    ...{ textBasis: 'feed', pageFailure: null },
  }
  const extracted = { articleId, snapshotHash, extractor: 'bench', claims: CLAIMS_PER_ARTICLE, kept: [] }
  const events = [
    event(articleCaptured, { ...shared, ...captured }),
    ...claims.map((data) => event(claimRecorded, data)),
    ...(n % 5 === 0 ? [event(claimRevised, { ...first, low: 700 + n, high: 700 + n })] : []),
    ...(n % 10 === 0 ? [event(claimWithdrawn, { claimId: second.claimId, articleId })] : []),
    event(articleExtracted, extracted),
  ]
  return { stream: articleStream(articleId), expected: 'none', events }
}

type Shared = Pick<ClaimRecorded, 'articleId' | 'snapshotHash' | 'reportId' | 'outlet' | 'publishedAt'>

function composeClaim(shared: Shared, n: number, index: number, origins: number): ClaimRecorded {
  const seed = n * CLAIMS_PER_ARTICLE + index
  const count = 1000 + spread(seed, 9000)
  const placeIds = PLACES[spread(seed, PLACES.length)] ?? []
  const actor = `A${Math.floor(60 * (spread(seed, 1000) / 1000) ** 2)}`
  const origin = seed % 20 === 0 ? null : `${actor}-origin-${spread(seed * 7, origins)}`
  return {
    ...shared,
    ...{ claimId: deterministicId('bench-claim', n, index), start: index * 100, end: index * 100 + 40 },
    ...{ low: count, high: count, qualifier: 'exact' },
    ...{ unit: 'personnel', item: 'soldier', predicate: PREDICATES[index % PREDICATES.length] ?? 'other' },
    ...{ actor, places: placeIds, placeIds },
    ...{ status: seed % 8 === 0 ? 'expected' : 'actual', extent: seed % 6 === 0 ? 'part' : 'total' },
    ...{ source: origin, origin, effectiveDate: null, confidence: 0.8 },
  }
}

/** A number below a limit that looks random and is the same each time. */
function spread(n: number, below: number): number {
  return (Math.imul(n + 1, 2_654_435_761) >>> 8) % below
}

const hashOf = (n: number): string => n.toString(16).padStart(64, '0')
