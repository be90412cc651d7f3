import { type ArticleCapture, articleStream, latestCapture, readSnapshots } from '@muster/articles'
import { append, type NewEvent, readStream, type StoredEvent } from '@muster/event-store'
import type { Pool } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { type ClaimEdits, claimEdits } from './claim-edits.ts'
import { articleExtracted, claimRecorded, claimRevised, claimWithdrawn } from './events.ts'
import { liveClaims } from './live-claims.ts'
import { type ArticleReading, type Extractor, readArticle } from './read-article.ts'

/** How many claims the article makes now, and what became of those that it made before. */
export type ExtractionResult =
  | { kind: 'extracted'; claims: number; recorded: number; revised: number; withdrawn: number }
  | { kind: 'already-extracted' | 'no-article' | 'text-taken-down' }

/**
 * Reads an article's present text and appends what it makes of the article's claims, closed by ArticleExtracted, in
 * one append: those that are new, those that say something else now and those that are gone. One that is as it was
 * has no event of its own; ArticleExtracted holds its new span. Doing it twice changes nothing.
 * Throws SpanBrokenError, SnapshotBrokenError, or WrongExpectedVersionError when the article changed meanwhile.
 */
export async function extractArticle(
  pool: Pool,
  extractor: Extractor,
  articleId: string,
  now: Date,
): Promise<ExtractionResult> {
  const events = await readStream(pool, articleStream(articleId))
  const capture = latestCapture(events)
  if (!capture) return { kind: 'no-article' }
  if (isExtracted(events, capture, extractor.version)) return { kind: 'already-extracted' }
  const reading = await readArticle(pool, extractor, capture)
  if (reading.kind !== 'read') return reading
  // A reader that fell back on another may have done so before.
  if (isExtracted(events, capture, reading.version)) return { kind: 'already-extracted' }
  const live = liveClaims(events)
  const { texts } = await readSnapshots(
    pool,
    [...live.values()].map(({ snapshotHash }) => snapshotHash),
  )
  const edits = claimEdits(live, reading, texts)
  await append(pool, deterministicId('append', 'extraction', articleId, capture.version, reading.version), [
    { stream: articleStream(articleId), expected: events.length, events: toEvents(reading, edits, now) },
  ])
  const { recorded, revised, withdrawn } = edits
  const counts = { recorded: recorded.length, revised: revised.length, withdrawn: withdrawn.length }
  return { kind: 'extracted', claims: reading.claims.length, ...counts }
}

function isExtracted(events: StoredEvent[], capture: ArticleCapture, version: string): boolean {
  return events.some(
    (event) => event.version > capture.version && articleExtracted.read(event)?.extractor === version,
  )
}

/** The events by which an article's claims become what a reading found. */
export function toEvents(
  { capture, claims, version, notes }: Extract<ArticleReading, { kind: 'read' }>,
  { recorded, revised, withdrawn, kept }: ClaimEdits,
  now: Date,
): NewEvent[] {
  const { articleId, snapshotHash } = capture
  const metadata = { ...notes, extractor: version }
  const occurredAt = new Date(capture.publishedAt)
  const moved = kept.filter(({ before, after }) => placeOf(before) !== placeOf(after))
  return [
    ...recorded.map((data) => ({ type: claimRecorded, data, metadata, occurredAt })),
    ...revised.map(({ after }) => ({ type: claimRevised, data: after, metadata, occurredAt })),
    ...withdrawn.map(({ claimId }) => ({
      type: claimWithdrawn,
      data: { claimId, articleId },
      metadata,
      occurredAt,
    })),
    {
      type: articleExtracted,
      data: {
        ...{ articleId, snapshotHash, extractor: version, claims: claims.length },
        kept: moved.map(({ after: { claimId, start, end } }) => ({ claimId, start, end })),
      },
      metadata: { ...metadata, extractedAt: now.toISOString() },
      occurredAt,
    },
  ]
}

const placeOf = ({
  snapshotHash,
  start,
  end,
}: {
  snapshotHash: string
  start: number
  end: number
}): string => `${snapshotHash} ${start} ${end}`
