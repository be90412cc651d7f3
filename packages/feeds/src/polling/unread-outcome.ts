import type { FeedParseResult } from '../parsing/create-feed-parser.ts'
import type { PollOutcome } from './poll-outcome.ts'

/** The outcome of a poll whose answer, of that status, could not be read as a feed. */
export function unreadOutcome(
  { kind: reason, reason: why }: Exclude<FeedParseResult, { kind: 'parsed' }>,
  status: number,
): Extract<PollOutcome, { kind: 'failed' }> {
  const isOfServer = reason === 'not-a-feed' || reason === 'too-large'
  return { kind: 'failed', status, reason, class: isOfServer ? 'hard' : 'soft', detail: `${reason}: ${why}` }
}
