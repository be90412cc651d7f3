import type { StoredEvent } from '@muster/event-store'
import { type ArticleCaptured, articleCaptured, articleRevised } from './events.ts'

/** The stream of an article. */
export const articleStream = (articleId: string): string => `article-${articleId}`

/**
 * An article with its present text, since which version of its stream it has that, and which report it is: however
 * often its text is changed, it stays the report that it came as.
 */
export type ArticleCapture = ArticleCaptured & { version: number }

/** What an article's stream says of its present text; null for an empty stream. */
export function latestCapture(events: StoredEvent[]): ArticleCapture | null {
  let latest: ArticleCapture | null = null
  for (const event of events) {
    const { version } = event
    const captured = articleCaptured.read(event)
    if (captured) latest = { ...captured, version }
    const revised = articleRevised.read(event)
    if (revised && latest) {
      latest = { ...latest, snapshotHash: revised.snapshotHash, titleHash: revised.titleHash, version }
    }
  }
  return latest
}
