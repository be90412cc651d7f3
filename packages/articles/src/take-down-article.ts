import { append, readStream } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { articleCaptured, articleRevised, articleTextRemoved } from './events.ts'
import { articleStream } from './latest-capture.ts'
import { deleteLook } from './looks/store.ts'
import { removeTexts } from './store.ts'

export type TakedownResult =
  | { kind: 'taken-down'; texts: number }
  | { kind: 'no-article' }
  | { kind: 'already-taken-down' }

/**
 * Removes every text and headline that an article ever had, for good: a feed that still carries them does not bring
 * them back. Copies with the same words in other articles lose them too. The log is not changed, but for the event
 * ArticleTextRemoved at its end; the article's claims stay, without their quotes.
 */
export async function takeDownArticle(
  tx: Transaction,
  articleId: string,
  reason: string,
  now: Date,
): Promise<TakedownResult> {
  const events = await readStream(tx, articleStream(articleId))
  const hashes = events.flatMap((event) => {
    const capture = articleCaptured.read(event) ?? articleRevised.read(event)
    return capture ? [capture.snapshotHash, ...(capture.titleHash ? [capture.titleHash] : [])] : []
  })
  if (hashes.length === 0) return { kind: 'no-article' }
  if (events.some((event) => articleTextRemoved.read(event))) return { kind: 'already-taken-down' }
  await deleteLook(tx, articleId)
  const texts = await removeTexts(tx, [...new Set(hashes)], now)
  const data = { articleId, hashes: [...new Set(hashes)], reason }
  await append(tx, deterministicId('append', 'text-removed', articleId), [
    {
      stream: articleStream(articleId),
      expected: events.length,
      events: [{ type: articleTextRemoved, data, occurredAt: now }],
    },
  ])
  return { kind: 'taken-down', texts }
}
