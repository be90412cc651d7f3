export { addFeed, type NewFeed } from './add-feed.ts'
export { DomainBusyError } from './domains/domain-busy-error.ts'
export { isOutage } from './domains/is-outage.ts'
export { findThrottled } from './domains/store.ts'
export { type Turn, takeTurn } from './domains/take-turn.ts'
export { throttledUntil } from './domains/throttled-until.ts'
export { ensureFeed } from './ensure-feed.ts'
export {
  feedAdded,
  feedFailing,
  feedFullTextSet,
  feedGone,
  feedMoved,
  feedParked,
  feedPaused,
  feedRecovered,
  feedResumed,
  feedWentQuiet,
} from './events.ts'
export type { Feed, FeedStatus, FeedTrouble } from './feed.ts'
export { askingSettings } from './fetching/asking-settings.ts'
export { conditionalGet, type FetchResult } from './fetching/conditional-get.ts'
export { createFeedClient } from './fetching/create-feed-client.ts'
export { domainOf } from './fetching/domain-of.ts'
export { type Failure, isUnreached } from './fetching/failure-of.ts'
export { type FetchReply, fetchUrl } from './fetching/fetch-url.ts'
export { userAgentOf } from './fetching/user-agent-of.ts'
export type { CoverageDay, Poll } from './ledger/poll.ts'
export { findCoverage, findPolls, keepPollPartitions } from './ledger/store.ts'
export { askPage, type PageAsking, type PageReply } from './pages/ask-page.ts'
export { createPageReader, type PageReader } from './pages/create-page-reader.ts'
export { createRobots, type Robots } from './pages/create-robots.ts'
export { createFeedParser, type FeedParseResult, type FeedParser } from './parsing/create-feed-parser.ts'
export { decodeBody } from './parsing/decode-body.ts'
export { FeedTooLargeError } from './parsing/feed-too-large-error.ts'
export { NotAFeedError } from './parsing/not-a-feed-error.ts'
export { parseFeed } from './parsing/parse-feed.ts'
export type { Enclosure, FeedSchedule, ParsedEntry, ParsedFeed } from './parsing/parsed-feed.ts'
export { jitterOf } from './polling/jitter-of.ts'
export { judgePoll } from './polling/judge-poll.ts'
export type { Drop, PollCounts } from './polling/poll-counts.ts'
export type { PollOutcome, PollReading } from './polling/poll-outcome.ts'
export { recordPoll } from './polling/record-poll.ts'
export { type TakenPoll, takePoll } from './polling/take-poll.ts'
export { unreadOutcome } from './polling/unread-outcome.ts'
export { setFeedFullText } from './set-feed-full-text.ts'
export { setFeedStatus } from './set-feed-status.ts'
export { countFeeds, deferPoll, findDueFeeds, findFeed, findFeedByUrl, findFeeds } from './store.ts'
export { answerHub, type HubQuery, takePush } from './websub/answer-hub.ts'
export { askHubs } from './websub/ask-hubs.ts'
export { followHub } from './websub/follow-hub.ts'
export { isReliable, type Push } from './websub/push.ts'
export { withHubLinks } from './websub/read-hub-links.ts'
export { distrustPush, findPush } from './websub/store.ts'
