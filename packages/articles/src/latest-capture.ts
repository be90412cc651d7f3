import type { StoredEvent } from '@muster/event-store'
import type { ArticleCaptured, ArticleRevised } from './article.ts'

/** The stream of an article. */
export const articleStream = (articleId: string): string => `article-${articleId}`

/** What an article's stream says of its present text; null for an empty stream. */
export function latestCapture(events: StoredEvent[]): (ArticleCaptured & { version: number }) | null {
  const first = events.find(({ type }) => type === 'ArticleCaptured')
  const last = events.findLast(({ type }) => type === 'ArticleCaptured' || type === 'ArticleRevised')
  if (!first || !last) return null
  const { title, snapshotHash } = last.data as ArticleRevised
  return { ...(first.data as ArticleCaptured), title, snapshotHash, version: last.version }
}
