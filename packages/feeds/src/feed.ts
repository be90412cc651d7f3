export type FeedStatus = 'active' | 'paused' | 'parked'

/** What is wrong with a feed in the eyes of those who watch over it. */
export type FeedTrouble = 'failing' | 'quiet' | 'gone'

/** A feed as it is polled: what it is, when it is due, and how the last poll went. */
export type Feed = {
  id: string
  url: string
  title: string | null
  outlet: string
  status: FeedStatus
  statusSince: Date
  /** Why a parked feed is asked only once a week. */
  parkedBecause: 'gone' | 'failing' | null
  trouble: FeedTrouble | null
  /** How long it is left alone until its own rhythm is known. */
  intervalSeconds: number
  /** Whether the pages of its articles may be asked for: for their texts, where it carries only summaries, and for whether they are there. */
  fullText: boolean
  etag: string | null
  lastModified: string | null
  nextPollAt: Date
  lastPolledAt: Date | null
  lastOutcome: string | null
  lastError: string | null
  consecutiveFailures: number
  createdAt: Date
  /** Whose turns it waits for: where it redirects to, or else the domain of its address. */
  domain: string
  pollState: Partial<PollState>
}

/** What polling learns about a feed, from poll to poll. Instants are in milliseconds. */
export type PollState = {
  /** SHA-256 of the last body, for servers that ignore validators. */
  bodyHash: string | null
  /** A new body came under an unchanged validator once: none is sent any more. */
  distrustsValidators: boolean
  /** When it was last read in full without validators. */
  fullAt: number | null
  /** When its latest items came by their dates, in order, those within a minute as one. */
  moments: number[]
  longestGapMs: number
  /** When the last item was new to us, whatever its date. */
  newsAt: number | null
  /** The pause that the feed asks for. */
  leastSeconds: number | null
  skipHours: number[]
  skipDays: number[]
  /** What its errors weigh since it last went well; each unit doubles the pause. */
  errorWeight: number
  failingSince: number | null
  /** Where it permanently redirects to, how often in a row and since when. */
  redirect: { url: string; count: number; since: number } | null
  goneAt: number | null
}

/** Of a feed that was never polled. */
export const NEW_STATE: PollState = {
  bodyHash: null,
  distrustsValidators: false,
  fullAt: null,
  moments: [],
  longestGapMs: 0,
  newsAt: null,
  leastSeconds: null,
  skipHours: [],
  skipDays: [],
  errorWeight: 0,
  failingSince: null,
  redirect: null,
  goneAt: null,
}

/** What polling has learnt about a feed. */
export const stateOf = ({ pollState }: Feed): PollState => ({ ...NEW_STATE, ...pollState })
