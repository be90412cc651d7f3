import { findArticleIds } from '@muster/articles'
import {
  appendRereading,
  type Extractor,
  type Rereading,
  rereadArticle,
  SnapshotBrokenError,
  SpanBrokenError,
} from '@muster/claims'
import type { EstimateChange } from '@muster/estimates'
import {
  headOfLog,
  InvalidEventError,
  UnknownEventVersionError,
  WrongExpectedVersionError,
} from '@muster/event-store'
import type { Pool } from '@muster/postgres'
import { type ClaimDifference, compareClaims } from './compare-claims.ts'
import { createShadow, type Shadow } from './shadow.ts'

/** What is to be read anew: articles published since an instant (null: all); `apply` appends what comes of it. */
export type ReextractRequest = { since: Date | null; apply: boolean; now: Date }

/** How many of the articles were looked at. */
export type ReextractProgress = { articles: number; of: number }

/**
 * What reading stored texts anew changes. `faults` are articles that could not be read or applied, with the reason;
 * nothing else depends on them.
 */
export type Reextraction = {
  extractor: string
  applied: boolean
  articles: number
  read: number
  claims: ClaimDifference[]
  estimates: EstimateChange[]
  faults: { articleId: string; reason: string }[]
}

/** What makes one article unreadable, or not to be applied now, and says nothing of the others. */
const FAULTS = [
  SnapshotBrokenError,
  SpanBrokenError,
  InvalidEventError,
  UnknownEventVersionError,
  WrongExpectedVersionError,
]

const REPORT_EVERY = 200

/**
 * Reads stored texts once more with an extractor and tells what differs from the claims that are recorded, and what
 * that does to each estimate. With `apply` it is appended article by article, marked as a replay: deltas are made, no
 * alert is raised. Doing it twice changes nothing the second time.
 */
export async function reextract(
  pool: Pool,
  extractor: Extractor,
  request: ReextractRequest,
  report: (progress: ReextractProgress) => void,
): Promise<Reextraction> {
  const ids = await findArticleIds(pool, request.since)
  const shadow = createShadow(pool, (await headOfLog(pool)).position, request.now)
  const result: Omit<Reextraction, 'estimates'> = {
    ...{ extractor: extractor.version, applied: request.apply, articles: ids.length, read: 0 },
    ...{ claims: [], faults: [] },
  }
  for (const [index, articleId] of ids.entries()) {
    try {
      const reading = await rereadArticle(pool, extractor, articleId, request.now)
      if (reading.kind === 'reread') await take(pool, shadow, reading, result)
    } catch (error) {
      if (!FAULTS.some((fault) => error instanceof fault)) throw error
      result.faults.push({ articleId, reason: String(error) })
    }
    if ((index + 1) % REPORT_EVERY === 0) report({ articles: index + 1, of: ids.length })
  }
  report({ articles: ids.length, of: ids.length })
  return { ...result, estimates: shadow.changes() }
}

async function take(
  pool: Pool,
  shadow: Shadow,
  reading: Extract<Rereading, { kind: 'reread' }>,
  result: Omit<Reextraction, 'estimates'>,
): Promise<void> {
  result.read++
  if (reading.events.length === 0) return
  // Before it is applied: afterwards the projection may have it already.
  await shadow.show(reading.articleId, reading.events)
  if (result.applied) await appendRereading(pool, reading)
  result.claims.push(...compareClaims(reading))
}
