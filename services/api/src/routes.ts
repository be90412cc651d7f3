import type { Api, Context } from './api.ts'
import { guard } from './keys/guard.ts'
import { changeFeed } from './routes/change-feed.ts'
import { changeSubscription } from './routes/change-subscription.ts'
import { deleteKey } from './routes/delete-key.ts'
import { getArticle } from './routes/get-article.ts'
import { getClaim } from './routes/get-claim.ts'
import { getDelivery } from './routes/get-delivery.ts'
import { getEstimate } from './routes/get-estimate.ts'
import { getFeed } from './routes/get-feed.ts'
import { getSubscription } from './routes/get-subscription.ts'
import { health } from './routes/health.ts'
import { indexPage } from './routes/index-page.ts'
import { listArticles } from './routes/list-articles.ts'
import { listClaims } from './routes/list-claims.ts'
import { listCoverage } from './routes/list-coverage.ts'
import { listDeliveries } from './routes/list-deliveries.ts'
import { listDeltas } from './routes/list-deltas.ts'
import { listEstimates } from './routes/list-estimates.ts'
import { listFeeds } from './routes/list-feeds.ts'
import { listHistory } from './routes/list-history.ts'
import { listKeys } from './routes/list-keys.ts'
import { listPolls } from './routes/list-polls.ts'
import { listSubscriptions } from './routes/list-subscriptions.ts'
import { metrics } from './routes/metrics.ts'
import { patchFeed } from './routes/patch-feed.ts'
import { postDeliveryRetry } from './routes/post-delivery-retry.ts'
import { postFeed } from './routes/post-feed.ts'
import { postKey } from './routes/post-key.ts'
import { postSubscription } from './routes/post-subscription.ts'
import { ready } from './routes/ready.ts'
import { webSub } from './routes/websub.ts'

const OPEN = [indexPage, webSub, health, ready, metrics]

const GUARDED = [
  listEstimates,
  getEstimate,
  listHistory,
  listDeltas,
  listArticles,
  getArticle,
  listClaims,
  getClaim,
  postSubscription,
  listSubscriptions,
  getSubscription,
  changeSubscription,
  listDeliveries,
  getDelivery,
  postDeliveryRetry,
  postFeed,
  listFeeds,
  getFeed,
  listPolls,
  listCoverage,
  patchFeed,
  changeFeed,
  postKey,
  listKeys,
  deleteKey,
]

/** Adds every route; those under /v1 let nobody in without a key. */
export async function addRoutes(app: Api, context: Context): Promise<void> {
  for (const add of OPEN) add(app, context)
  await app.register(async (guarded: Api) => {
    guard(guarded, context)
    for (const add of GUARDED) add(guarded, context)
  })
}
