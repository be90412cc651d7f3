import { captureAwaited, deferLook, findLook, type PageLook, type PageResult } from '@muster/articles'
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
import { type Asked, inTurn } from './in-turn.ts'
import { WAIT_MS } from './schedule-looks.ts'

/** What looking at pages lives on. */
export type LookDependencies = {
  pool: Pool
  queues: Queues
  pages: PageAsking
  logger: Logger
  clock: () => Date
  policy: { spacingMs: number }
}

const AGAIN_MS = 2 * 60_000

const NOT_ALLOWED: PageReply = {
  kind: 'failed',
  ...{ reason: 'not-allowed', class: 'hard', detail: 'full text is not allowed any more' },
}

/**
 * Asks for the page of an entry that is but a summary, when it is its domain's turn, and captures the entry: with the
 * text of the page, or with the feed's when there is none, or when it could not be had within ten minutes.
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
  if (until) await deferLook(pool, look, until)
  else await capture(dependencies, feed, look, reply)
}

function ask(dependencies: LookDependencies, look: PageLook): Promise<PageReply> {
  return inTurn(dependencies, look.url, (turn) => askHere(dependencies, look, turn))
}

async function askHere(
  { pool, pages, clock }: LookDependencies,
  look: PageLook,
  turn: Turn,
): Promise<Asked<PageReply>> {
  const result = await askPage(pages, look, turn, clock())
  await holdIfThrottled(pool, look.url, turn, result, clock())
  return { result, reached: result.kind !== 'failed' || !isUnreached(result) }
}

/** Until when an entry waits for its page; null when that came to an end, or it has waited long enough. */
function waitsUntil({ seenAt }: PageLook, reply: PageReply, now: Date): Date | null {
  const isPassing = reply.kind === 'busy' || (reply.kind === 'failed' && reply.class !== 'hard')
  const last = seenAt.getTime() + WAIT_MS
  if (!isPassing || now.getTime() >= last) return null
  const next = reply.kind === 'busy' ? reply.freeAt.getTime() : now.getTime() + AGAIN_MS
  return new Date(Math.min(next, last))
}

async function capture(
  { pool, queues, logger }: LookDependencies,
  feed: Feed,
  look: PageLook,
  reply: PageReply,
): Promise<void> {
  const page = toResult(reply)
  const result = await captureAwaited(pool, feed, look, page)
  if (!result) return
  if (result.kind === 'captured') await handOver(queues, result)
  const { articleId, url } = look
  const reason = page.kind === 'failed' ? page.reason : null
  logger.info(
    { articleId, feedId: feed.id, url, outcome: result.kind, page: page.kind, reason },
    'page asked',
  )
}

function toResult(reply: PageReply): PageResult {
  if (reply.kind === 'text') return reply
  return { kind: 'failed', reason: reply.kind === 'busy' ? 'domain-busy' : reply.reason }
}
