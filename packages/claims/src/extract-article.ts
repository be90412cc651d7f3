import { articleStream, latestCapture, readSnapshots } from '@muster/articles'
import { append, type NewEvent, readStream, type StoredEvent } from '@muster/event-store'
import type { ExtractedClaim } from '@muster/extraction'
import type { Pool } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { articleExtracted, type ClaimRecorded, claimRecorded, claimWithdrawn } from './events.ts'

/** A stored text is not the one that its hash names. */
export class SnapshotBrokenError extends Error {
  override name = 'SnapshotBrokenError'
}

/** A claim does not stand where it says. */
export class SpanBrokenError extends Error {
  override name = 'SpanBrokenError'
}

/** What reads a text, and the version of its reading: the same version must give the same claims. */
export type Extractor = {
  version: string
  extract(article: {
    id: string
    title: string | null
    text: string
    published: string | null
  }): ExtractedClaim[] | Promise<Extraction>
}

/** What a reader far away made of a text: its claims, which version it was in the end, and what its events note. */
export type Extraction = { claims: ExtractedClaim[]; version: string; notes: Record<string, unknown> }

export type ExtractionResult =
  | { kind: 'extracted'; claims: number; withdrawn: number }
  | { kind: 'already-extracted' | 'no-article' | 'text-taken-down' }

type Capture = NonNullable<ReturnType<typeof latestCapture>>

/**
 * Reads an article's present text and appends its claims, closed by ArticleExtracted, in one append. Claims of
 * an earlier text that are no longer made are withdrawn. Doing it twice changes nothing.
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
  const { texts, broken } = await readSnapshots(pool, [capture.snapshotHash, capture.titleHash ?? ''])
  if (broken.size > 0) throw new SnapshotBrokenError(`snapshot ${capture.snapshotHash} was changed`)
  const text = texts.get(capture.snapshotHash)
  if (text === undefined) return { kind: 'text-taken-down' }

  const read = await extractor.extract({
    id: articleId,
    title: texts.get(capture.titleHash ?? '') ?? null,
    text,
    published: capture.publishedAt.slice(0, 10),
  })
  const { claims, version, notes } = Array.isArray(read)
    ? { claims: read, version: extractor.version, notes: {} }
    : read
  // A reader that fell back on another may have done so before.
  if (isExtracted(events, capture, version)) return { kind: 'already-extracted' }
  const recorded = toRecorded(capture, text, claims)
  const withdrawn = [...liveClaimIds(events)].filter((id) => !recorded.some(({ claimId }) => claimId === id))
  await append(pool, deterministicId('append', 'extraction', articleId, capture.version, version), [
    {
      stream: articleStream(articleId),
      expected: events.length,
      events: toEvents(capture, { ...notes, extractor: version }, recorded, withdrawn, now),
    },
  ])
  return { kind: 'extracted', claims: recorded.length, withdrawn: withdrawn.length }
}

function isExtracted(events: StoredEvent[], capture: Capture, version: string): boolean {
  return events.some(
    (event) => event.version > capture.version && articleExtracted.read(event)?.extractor === version,
  )
}

function liveClaimIds(events: StoredEvent[]): Set<string> {
  const live = new Set<string>()
  for (const event of events) {
    const recorded = claimRecorded.read(event)
    if (recorded) live.add(recorded.claimId)
    const withdrawn = claimWithdrawn.read(event)
    if (withdrawn) live.delete(withdrawn.claimId)
  }
  return live
}

function toRecorded(capture: Capture, text: string, claims: ExtractedClaim[]): ClaimRecorded[] {
  const { articleId, snapshotHash, outlet, publishedAt } = capture
  const seen = new Map<string, number>()
  return claims.map(({ quote, ...claim }) => {
    if (text.slice(claim.start, claim.end) !== quote) {
      throw new SpanBrokenError(
        `article ${articleId}: "${quote}" does not stand at ${claim.start} to ${claim.end}`,
      )
    }
    const meaning = meaningOf(claim, quote)
    const nth = (seen.get(meaning) ?? 0) + 1
    seen.set(meaning, nth)
    return {
      claimId: deterministicId('claim', articleId, meaning, nth),
      articleId,
      snapshotHash,
      reportId: snapshotHash,
      outlet,
      publishedAt,
      ...claim,
    }
  })
}

/** What a claim says, without where it stands, so that it stays itself when the text around it moves. */
function meaningOf(claim: Omit<ExtractedClaim, 'quote'>, quote: string): string {
  const { low, high, unit, item, predicate, actor, placeIds, status, extent, origin } = claim
  return JSON.stringify([quote, low, high, unit, item, predicate, actor, placeIds, status, extent, origin])
}

function toEvents(
  capture: Capture,
  metadata: { extractor: string },
  recorded: ClaimRecorded[],
  withdrawn: string[],
  now: Date,
): NewEvent[] {
  const { articleId, snapshotHash } = capture
  const { extractor } = metadata
  const publishedAt = new Date(capture.publishedAt)
  return [
    ...recorded.map((data) => ({ type: claimRecorded, data, metadata, occurredAt: publishedAt })),
    ...withdrawn.map((claimId) => ({
      type: claimWithdrawn,
      data: { claimId, articleId },
      metadata,
      occurredAt: publishedAt,
    })),
    {
      type: articleExtracted,
      data: { articleId, snapshotHash, extractor, claims: recorded.length },
      metadata: { ...metadata, extractedAt: now.toISOString() },
      occurredAt: publishedAt,
    },
  ]
}
