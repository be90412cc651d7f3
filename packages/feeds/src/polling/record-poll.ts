import { append } from '@muster/event-store'
import { type Pool, type Transaction, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import type { Feed } from '../feed.ts'
import { domainOf } from '../fetching/domain-of.ts'
import type { Poll } from '../ledger/poll.ts'
import { insertPoll } from '../ledger/store.ts'
import { moveFeed } from '../move-feed.ts'
import { updateAfterPoll } from '../store.ts'
import { type Judgement, type JudgementContext, judgePoll, reasonOf } from './judge-poll.ts'
import { NO_ENTRIES } from './poll-counts.ts'
import type { PollOutcome, PollReading } from './poll-outcome.ts'
import { dropTakenPoll } from './store.ts'
import type { TakenPoll } from './take-poll.ts'

/**
 * Writes down how a poll went, what it taught, when the next one is due, and what has to be told: all in one step, which
 * gives up the right to the poll. Null, and nothing is written, where another has taken it meanwhile.
 */
export async function recordPoll(
  pool: Pool,
  { feed, takenBy }: Pick<TakenPoll, 'feed' | 'takenBy'>,
  outcome: PollOutcome,
  reading: PollReading | null,
  context: JudgementContext,
): Promise<Judgement | null> {
  const judgement = judgePoll(feed, outcome, reading, context)
  return withTransaction(pool, async (tx) => {
    if (!(await dropTakenPoll(tx, feed.id, takenBy))) return null
    await updateAfterPoll(tx, feed, {
      ...judgement,
      outcome: outcome.kind,
      error: errorOf(outcome, reading, context),
      title: reading?.feed.title ?? null,
      polledAt: context.now,
      domain: domainAsked(feed, outcome),
    })
    await insertPoll(tx, toPoll(feed, outcome, reading, context, judgement))
    if (judgement.moveTo) await moveFeed(tx, feed.id, judgement.moveTo, context.now)
    await tell(tx, feed, judgement, context.now)
    return judgement
  })
}

/** Where the redirects led last; of a request without an answer the way is not known. */
function domainAsked(feed: Feed, { redirects }: PollOutcome): string {
  return redirects ? domainOf(redirects.at(-1)?.url ?? feed.url).name : feed.domain
}

async function tell(tx: Transaction, { id }: Feed, { events }: Judgement, now: Date): Promise<void> {
  if (events.length === 0) return
  await append(tx, deterministicId('append', 'feed-poll', id, now.toISOString()), [
    {
      stream: `feed-${id}`,
      expected: 'any',
      events: events.map((event) => ({ ...event, occurredAt: now })),
    },
  ])
}

function errorOf(
  outcome: PollOutcome,
  reading: PollReading | null,
  { isOutage }: JudgementContext,
): string | null {
  if (outcome.kind === 'failed' || outcome.kind === 'gone' || outcome.kind === 'throttled') {
    return `${reasonOf(outcome)}${isOutage ? ' (hardly any host was reached: not counted)' : ''}`
  }
  const failed = reading?.counts.failed ?? 0
  return failed > 0 ? `${failed} entries could not be captured` : null
}

function toPoll(
  feed: Feed,
  outcome: PollOutcome,
  reading: PollReading | null,
  context: JudgementContext,
  { nextPollAt }: Judgement,
): Poll {
  return {
    ...(reading?.counts ?? NO_ENTRIES),
    ...{ feedId: feed.id, polledAt: context.now, outcome: outcome.kind, nextPollAt, isPush: context.isPush },
    reason: outcome.kind === 'failed' ? outcome.reason : null,
    detail: errorOf(outcome, reading, context),
    httpStatus: outcome.status ?? null,
  }
}
