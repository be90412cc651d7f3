/** A file that comes with an entry. `url` is absolute http(s); `length` is in bytes, as the feed states it. */
export type Enclosure = { url: string; type: string | null; length: number | null }

/** One entry as it is read. What the feed does not say is null. */
export type ParsedEntry = {
  /** Never empty and different for every entry of a document: guid, else link, else a hash of title and date. */
  id: string
  /** Plain text in one line, at most 2,000 characters. */
  title: string | null
  /** Absolute http(s). */
  link: string | null
  /** Names, separated by commas; plain text. */
  author: string | null
  /** Sanitised HTML with absolute addresses: what the feed calls description or summary. */
  summary: string | null
  /** Sanitised HTML with absolute addresses: the full text, where the feed carries one beside or without a summary. */
  content: string | null
  /** When it was published, else when it was updated. A date over a day ahead becomes the time of reading. */
  publishedAt: Date | null
  updatedAt: Date | null
  /** Whether `publishedAt` is the time of reading because the stated date lies ahead. */
  isDateClamped: boolean
  /** Plain text, as written, without repeats. */
  categories: string[]
  enclosures: Enclosure[]
  /** The longer of content and summary as plain text: paragraphs separated by a blank line. */
  text: string
  /** Whether that is a summary, and the full text is on the page at most. */
  isSummary: boolean
  /** Who published a copied article, where the entry names its source. */
  outlet: string | null
}

/** How often the feed wants to be asked, by its own words. */
export type FeedSchedule = {
  /** From ttl or sy:updatePeriod and sy:updateFrequency, the longer of the two. */
  minSeconds: number | null
  /** Hours of the day in UTC, 0 to 23, in which nothing comes. */
  skipHours: number[]
  /** Days of the week in UTC, Sunday being 0, on which nothing comes. */
  skipDays: number[]
}

/** A feed as it is read, whatever format it came in. */
export type ParsedFeed = {
  /** Plain text in one line, at most 2,000 characters. */
  title: string | null
  /** The site, absolute http(s). */
  link: string | null
  /** The feed's own address, as it states it. */
  self: string | null
  /** WebSub hubs, in the feed's order. */
  hubs: string[]
  schedule: FeedSchedule
  /** In the feed's order, at most 2,000 and at most 4 million characters of HTML in all. */
  items: ParsedEntry[]
  /** How many entries lie beyond those limits. */
  leftOut: number
}

/** What is wanted of a feed. */
export type ParseOptions = {
  /**
   * Whether `summary` and `content` are wanted (yes, unless told otherwise); without them they are null. Sanitising
   * them is most of what parsing costs, and who reads `text` alone need not pay for it.
   */
  bodies?: boolean
}
