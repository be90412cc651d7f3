import type { StoredEvent } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'
import { articleCaptured, articleRevised } from './events.ts'
import { insertArticle, updateArticleText } from './store.ts'

/** Projects the events of an article's text; ignores all others. */
export async function applyArticleEvent(tx: Transaction, event: StoredEvent): Promise<void> {
  const captured = articleCaptured.read(event)
  if (captured) await insertArticle(tx, captured, event.recordedAt, event.position)
  const revised = articleRevised.read(event)
  if (revised) await updateArticleText(tx, revised)
}
