import type { StoredEvent } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'
import type { ArticleCaptured, ArticleRevised } from './article.ts'
import { insertArticle, updateArticleText } from './store.ts'

/** Projects the events of an article's text; ignores all others. */
export async function applyArticleEvent(tx: Transaction, event: StoredEvent): Promise<void> {
  if (event.type === 'ArticleCaptured') {
    await insertArticle(tx, event.data as ArticleCaptured, event.recordedAt, event.position)
  }
  if (event.type === 'ArticleRevised') {
    const { articleId, title, snapshotHash } = event.data as ArticleRevised
    await updateArticleText(tx, articleId, title, snapshotHash)
  }
}
