import type { StoredEvent } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'
import { articleCaptured, articleGone, articleRevised, articleTextRemoved } from './events.ts'
import {
  type CapturedArticle,
  type Extraction,
  insertArticles,
  markExtracted,
  markGone,
  removeTitles,
  updateArticleTexts,
} from './store.ts'

/**
 * Projects the events of articles' texts, in order, and which of these texts were read, with five statements however many
 * they are; ignores all other events.
 */
export async function applyArticleEvents(
  tx: Transaction,
  events: StoredEvent[],
  extractions: Extraction[],
): Promise<void> {
  const captured = capturedBy(events, new Map(extractions.map((each) => [each.articleId, each])))
  await insertArticles(tx, captured)
  const revised = events.flatMap((event) => articleRevised.read(event) ?? [])
  await updateArticleTexts(tx, [...new Map(revised.map((data) => [data.articleId, data])).values()])
  const gone = events.flatMap((event) => {
    const data = articleGone.read(event)
    return data ? [{ articleId: data.articleId, goneAt: event.occurredAt }] : []
  })
  await markGone(tx, gone)
  const removed = events.flatMap((event) => articleTextRemoved.read(event)?.articleId ?? [])
  if (removed.length > 0) await removeTitles(tx, removed)
  const isNew = new Set(captured.map(({ articleId }) => articleId))
  await markExtracted(
    tx,
    extractions.filter(({ articleId }) => !isNew.has(articleId)),
  )
}

/** Most articles are read soon: their row is written once. */
function capturedBy(events: StoredEvent[], extractions: Map<string, Extraction>): CapturedArticle[] {
  const captured: CapturedArticle[] = []
  for (const event of events) {
    const data = articleCaptured.read(event)
    if (!data) continue
    const { recordedAt: capturedAt, position } = event
    captured.push({ ...data, capturedAt, position, extraction: extractions.get(data.articleId) ?? null })
  }
  return captured
}
