import { append, type NewEvent } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import type { ArticleCaptured, ArticleRevised } from './events.ts'
import { articleStream } from './latest-capture.ts'

/**
 * Appends what tells of an article's text to its stream, of which `version` events were read. False when another process
 * appended the same after that.
 */
export async function appendText(
  tx: Transaction,
  event: NewEvent & { data: ArticleCaptured | ArticleRevised },
  version: number,
): Promise<boolean> {
  const { articleId, snapshotHash } = event.data
  const key = deterministicId('append', 'capture', articleId, snapshotHash, version)
  const part = { stream: articleStream(articleId), expected: version, events: [event] }
  const { duplicate } = await append(tx, key, [part])
  return !duplicate
}
