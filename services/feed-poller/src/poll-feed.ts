import {
  conditionalGet,
  deferPoll,
  type Feed,
  type FeedParser,
  type FetchResult,
  isOutage,
  isUnreached,
  type ParsedFeed,
  type PollOutcome,
  recordPoll,
  type TakenPoll,
  type Turn,
  takePoll,
  unreadOutcome,
  withHubLinks,
} from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import type { Jobs, Queues } from '@muster/queues'
import type { HttpClient, Logger } from '@muster/runtime'
import { captureEntries } from './capture-entries.ts'
import { holdIfThrottled } from './hold-if-throttled.ts'
import { type Asked, inTurn, waitsFor } from './in-turn.ts'
import { watchHub } from './watch-hub.ts'

/** What polling lives on. `floorSeconds` is the shortest pause of a feed, `spacingMs` that of a domain; a poll's right lasts `leaseMs`. */
export type Dependencies = {
  pool: Pool
  queues: Queues
  http: HttpClient
  parser: FeedParser
  logger: Logger
  clock: () => Date
  policy: { floorSeconds: number; spacingMs: number; leaseMs?: number; usesHubs: boolean }
}

/** An answer, and until when it holds its domain. */
type Answer = { kind: 'answer'; result: FetchResult; heldUntil: Date | null }

/**
 * Polls one feed, which nobody else polls meanwhile, when it is its domain's turn: captures what is new, hands it over for
 * extraction and writes down how it went. Whatever is wrong with the feed or one of its entries is recorded there and
 * stops nothing else.
 */
export async function pollFeed(dependencies: Dependencies, job: Jobs['feed-polls']): Promise<void> {
  const { pool, clock, policy } = dependencies
  const taken = await takePoll(pool, job, { clock, ...policy })
  if (!taken) return
  try {
    await poll(dependencies, taken)
  } catch (error) {
    await putOff(dependencies, taken)
    throw error
  } finally {
    await taken.release()
  }
}

/** Of a poll that was not written down nothing is known, but its server was asked: not again at once, and for ever. */
async function putOff({ pool, clock, policy }: Dependencies, { feed }: TakenPoll): Promise<void> {
  const until = new Date(clock().getTime() + 1_000 * policy.floorSeconds)
  // Where not even that can be written down no poll can be taken either.
  await deferPoll(pool, feed, { domain: feed.domain, until }).catch(() => undefined)
}

async function poll(dependencies: Dependencies, taken: TakenPoll): Promise<void> {
  const { feed } = taken
  const defer = (busy: { domain: string; freeAt: Date }) =>
    deferPoll(dependencies.pool, feed, waitsFor(feed, busy))
  const answer = await inTurn(dependencies, feed, (turn) => ask(dependencies, feed, turn))
  if (answer.kind === 'busy') return defer(answer)
  const { result, heldUntil } = answer
  if (result.kind === 'busy') return defer(result)
  const { outcome, parsed } = await read(dependencies, result)
  await record(dependencies, taken, { outcome, parsed, heldUntil })
}

async function ask({ pool, http, clock }: Dependencies, feed: Feed, turn: Turn): Promise<Asked<Answer>> {
  const result = await conditionalGet(http, feed, { now: clock(), beforeRedirect: turn.beforeRedirect })
  const heldUntil = await holdIfThrottled(pool, turn, result, clock())
  const reached = result.kind !== 'failed' || !isUnreached(result)
  return { result: { kind: 'answer', result, heldUntil }, reached }
}

type Reading = { outcome: PollOutcome; parsed: ParsedFeed | null }

async function read(
  { parser, clock }: Dependencies,
  result: Exclude<FetchResult, { kind: 'busy' }>,
): Promise<Reading> {
  if (result.kind !== 'modified') return { outcome: result, parsed: null }
  const read = await parser.parse(result.body, result.contentType, result.url, clock())
  if (read.kind === 'parsed') return { outcome: result, parsed: withHubLinks(read.feed, result.links) }
  return { outcome: unreadOutcome(read, result.status), parsed: null }
}

async function record(
  dependencies: Dependencies,
  taken: TakenPoll,
  { outcome, parsed, heldUntil }: Reading & { heldUntil: Date | null },
): Promise<void> {
  const { pool, logger, clock, policy } = dependencies
  const { feed } = taken
  const reading = parsed && { feed: parsed, ...(await captureEntries(dependencies, feed, parsed)) }
  const now = clock()
  const push = await watchHub(dependencies, feed, reading, now)
  const isOurs = outcome.kind === 'failed' && isUnreached(outcome) && (await isOutage(pool, now))
  const context = {
    now,
    heldUntil,
    isOutage: isOurs,
    ...push,
    floorSeconds: policy.floorSeconds,
  }
  const judgement = await recordPoll(pool, taken, outcome, reading, context)
  if (!judgement) return logger.warn({ feedId: feed.id }, 'poll taken over by another')
  const { trouble, nextPollAt } = judgement
  const { drops, ...sums } = reading?.counts ?? {}
  const facts = { feedId: feed.id, url: feed.url, outcome: outcome.kind, ...sums, trouble, nextPollAt }
  if (outcome.kind === 'failed') logger.warn({ ...facts, reason: outcome.detail }, 'feed poll failed')
  else logger.info(facts, 'feed polled')
}
