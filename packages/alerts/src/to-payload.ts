import type { Article } from '@muster/articles'
import type { Claim } from '@muster/claims'
import type { Delta } from '@muster/deltas'
import type { AlertPayload } from './alert.ts'

/** What a webhook tells of a delta: the change, the claim that caused it with its words, and where it stands. */
export function toPayload(
  alertId: string,
  subscription: { id: string; name: string },
  { position, ordinal, replayed: _replayed, ...delta }: Delta,
  claim: Claim & { quote: string | null },
  article: Article,
): AlertPayload {
  return {
    type: 'estimate.changed',
    timestamp: delta.recordedAt.toISOString(),
    data: {
      alertId,
      subscription,
      delta: { id: `${position}-${ordinal}`, ...delta },
      claim: { id: claim.id, quote: claim.quote, source: claim.source, status: claim.status },
      article: {
        id: article.id,
        outlet: article.outlet,
        url: article.url,
        title: article.title,
        publishedAt: article.publishedAt.toISOString(),
      },
    },
  }
}
