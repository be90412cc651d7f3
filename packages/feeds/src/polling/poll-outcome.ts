import type { FetchResult } from '../fetching/conditional-get.ts'
import type { ParsedFeed } from '../parsing/parsed-feed.ts'
import type { PollCounts } from './poll-counts.ts'

/** What a poll came to: the answer, or the failure to read it. */
export type PollOutcome = Exclude<FetchResult, { kind: 'busy' }>

/** A document as it was read, and what became of its entries. */
export type PollReading = {
  feed: Pick<ParsedFeed, 'title' | 'schedule'> & { items: Dated[] }
  counts: PollCounts
  /** The entries that were new or changed. */
  news: Dated[]
}

type Dated = Pick<ParsedFeed['items'][number], 'publishedAt' | 'isDateClamped'>

/** How many entries of a document were new or changed; none where there was no document. */
export const newsIn = (reading: PollReading | null): number =>
  reading ? reading.counts.new + reading.counts.changed : 0
