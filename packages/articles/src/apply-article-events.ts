import type { StoredEvent } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'
import { articleCaptured, articleGone, articleRevised, articleTextRemoved } from './events.ts'
import { insertArticles, markGone, removeTitles, updateArticleTexts } from './store.ts'

/** Projects the events of articles' texts, in order, with four statements however many they are; ignores all others. */
export async function applyArticleEvents(tx: Transaction, events: StoredEvent[]): Promise<void> {
  const captured = events.flatMap((event) => {
    const data = articleCaptured.read(event)
    return data ? [{ ...data, capturedAt: event.recordedAt, position: event.position }] : []
  })
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
}
