import { Problem } from '../problems/problem.ts'
import { ApiKeyModel } from './api-key.ts'
import { Article } from './article.ts'
import { Claim } from './claim.ts'
import { Attempt, Delivery } from './delivery.ts'
import { Delta } from './delta.ts'
import { Estimate, ListedEstimate, SpokenClaim } from './estimate.ts'
import { Feed } from './feed.ts'
import { Subscription } from './subscription.ts'

/** Every schema that routes refer to by name. */
export const models = [
  ApiKeyModel,
  Article,
  Attempt,
  Claim,
  Delivery,
  Delta,
  Estimate,
  Feed,
  ListedEstimate,
  Problem,
  SpokenClaim,
  Subscription,
]
