import {
  captureAwaited,
  deferLook,
  findLook,
  type PageLook,
  type PageResult,
  type PageSight,
  recordLook,
} from '@muster/articles'
import {
  askPage,
  type Feed,
  findFeed,
  isUnreached,
  type PageAsking,
  type PageReply,
  type Turn,
} from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import type { Jobs, Queues } from '@muster/queues'
import type { Logger } from '@muster/runtime'
import { handOver } from './hand-over.ts'
import { holdIfThrottled } from './hold-if-throttled.ts'
import { type Asked, inTurn, waitsFor } from './in-turn.ts'
import { waitsUntil } from './waits-until.ts'

/** What looking at pages lives on. */
export type LookDependencies = {
  pool: Pool
  queues: Queues
  pages: PageAsking
  logger: Logger
  clock: () => Date
  policy: { spacingMs: number; leaseMs?: number }
}

const NOT_ALLOWED: PageReply = {
  kind: 'failed',
  ...{ reason: 'not-allowed', class: 'hard', detail: 'full text is not allowed any more' },
}

/**
 * Asks for the page of an entry that is but a summary, when it is its domain's turn, and captures the entry: with the
 * text of the page, or with the feed's when there is none, or when it could not be had within ten minutes. Looks again at
 * the pages of articles: for their text where it is from there, or else for whether they are there.
 */
export async function lookAtPage(
  dependencies: LookDependencies,
  { articleId, dueAt }: Jobs['page-looks'],
): Promise<void> {
  const { pool } = dependencies
  const look = await findLook(pool, articleId)
  if (!look || look.dueAt.toISOString() !== dueAt) return
  const feed = await findFeed(pool, look.feedId)
  if (!feed) return
  const reply = feed.fullText ? await ask(dependencies, look) : NOT_ALLOWED
  const until = waitsUntil(look, reply, dependencies.clock())
  const domain = reply.kind === 'busy' ? waitsFor(look, reply).domain : look.domain
  if (until) await deferLook(pool, look, { domain, until })
  else if (look.entry) await capture(dependencies, feed, look, reply)
  else await recheck(dependencies, look, feed.fullText ? toSight(reply) : { kind: 'forbidden' })
}

function ask(dependencies: LookDependencies, look: PageLook): Promise<PageReply> {
  return inTurn(dependencies, look, (turn) => askHere(dependencies, look, turn))
}

async function askHere(
  { pool, pages, clock }: LookDependencies,
  look: PageLook,
  turn: Turn,
): Promise<Asked<PageReply>> {
  const result = await askPage(pages, look, turn, clock())
  await holdIfThrottled(pool, turn, result, clock())
  return { result, reached: result.kind !== 'failed' || !isUnreached(result) }
}

async function capture(
  { pool, queues, logger, clock }: LookDependencies,
  feed: Feed,
  look: PageLook,
  reply: PageReply,
): Promise<void> {
  const page = toResult(reply)
  const result = await captureAwaited(pool, feed, look, page, clock())
  if (!result) return
  if (result.kind === 'captured') await handOver(queues, [result])
  const { articleId, url } = look
  const reason = page.kind === 'failed' ? page.reason : null
  logger.info(
    { articleId, feedId: feed.id, url, outcome: result.kind, page: page.kind, reason },
    'page asked',
  )
}

function toResult(reply: PageReply): PageResult {
  if (reply.kind === 'text') return reply
  if (reply.kind === 'present') throw new Error('an entry waits for a text')
  return { kind: 'failed', reason: reply.kind === 'busy' ? 'domain-busy' : reply.reason }
}

async function recheck(
  { pool, queues, logger, clock }: LookDependencies,
  look: PageLook,
  sight: PageSight,
): Promise<void> {
  const outcome = await recordLook(pool, look, sight, clock())
  if (!outcome) return
  if (outcome.kind === 'revised') await handOver(queues, [outcome])
  const { articleId, feedId, url } = look
  const reason = outcome.kind === 'failed' ? outcome.reason : null
  logger.info({ articleId, feedId, url, outcome: outcome.kind, reason }, 'page looked at again')
}

function toSight(reply: PageReply): PageSight {
  switch (reply.kind) {
    case 'text':
    case 'present':
    case 'missing':
      return reply
    case 'throttled':
      return { kind: 'failed', reason: reply.reason, isPassing: true }
    case 'failed':
      return { kind: 'failed', reason: reply.reason, isPassing: reply.class !== 'hard' }
    case 'busy':
      throw new Error('a look at a busy domain is put off')
  }
}
