export type FeedStatus = 'active' | 'paused'

/** A feed as it is polled: what it is, when it is due, and how the last poll went. */
export type Feed = {
  id: string
  url: string
  title: string | null
  outlet: string
  status: FeedStatus
  intervalSeconds: number
  etag: string | null
  lastModified: string | null
  nextPollAt: Date
  lastPolledAt: Date | null
  lastOutcome: string | null
  lastError: string | null
  consecutiveFailures: number
  createdAt: Date
}
