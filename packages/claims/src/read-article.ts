import { type ArticleCapture, readSnapshots } from '@muster/articles'
import type { ExtractedClaim } from '@muster/extraction'
import type { Db } from '@muster/postgres'

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

/** What an extractor made of an article's present text. */
export type ArticleReading =
  | ({ kind: 'read'; capture: ArticleCapture; text: string } & Extraction)
  | { kind: 'text-taken-down' }

/** Reads an article's present text; stores nothing. Throws SnapshotBrokenError, SpanBrokenError. */
export async function readArticle(
  db: Db,
  extractor: Extractor,
  capture: ArticleCapture,
): Promise<ArticleReading> {
  const { articleId, snapshotHash, titleHash, publishedAt } = capture
  const { texts, broken } = await readSnapshots(db, [snapshotHash, titleHash ?? ''])
  if (broken.size > 0) throw new SnapshotBrokenError(`snapshot ${snapshotHash} was changed`)
  const text = texts.get(snapshotHash)
  if (text === undefined) return { kind: 'text-taken-down' }
  const read = await extractor.extract({
    id: articleId,
    title: texts.get(titleHash ?? '') ?? null,
    text,
    published: publishedAt.slice(0, 10),
  })
  const extraction = Array.isArray(read) ? { claims: read, version: extractor.version, notes: {} } : read
  checkSpans(articleId, text, extraction.claims)
  return { kind: 'read', capture, text, ...extraction }
}

function checkSpans(articleId: string, text: string, claims: ExtractedClaim[]): void {
  const broken = claims.find(({ start, end, quote }) => text.slice(start, end) !== quote)
  if (!broken) return
  const { start, end, quote } = broken
  throw new SpanBrokenError(`article ${articleId}: "${quote}" does not stand at ${start} to ${end}`)
}
