import type { StoredEvent } from '@muster/event-store'
import { type ArticleCaptured, articleCaptured, articleRevised } from './events.ts'

/** The stream of an article. */
export const articleStream = (articleId: string): string => `article-${articleId}`

/** What an article's stream says of its present text; null for an empty stream. */
export function latestCapture(events: StoredEvent[]): (ArticleCaptured & { version: number }) | null {
  let latest: (ArticleCaptured & { version: number }) | null = null
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
