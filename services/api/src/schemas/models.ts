import { Problem } from '../problems/problem.ts'
import { ApiKeyModel } from './api-key.ts'
import { Article } from './article.ts'
import { Claim } from './claim.ts'
import { CoverageDay } from './coverage.ts'
import { Attempt, Delivery } from './delivery.ts'
import { Delta } from './delta.ts'
import { Estimate, ListedEstimate, SpokenClaim } from './estimate.ts'
import { Feed } from './feed.ts'
import { Poll } from './poll.ts'
import { Subscription } from './subscription.ts'

/** Every schema that routes refer to by name. */
export const models = [
  ApiKeyModel,
  Article,
  Attempt,
  Claim,
  CoverageDay,
  Delivery,
  Delta,
  Estimate,
  Feed,
  ListedEstimate,
  Poll,
  Problem,
  SpokenClaim,
  Subscription,
]
