import type { Enclosure, FeedSchedule } from './parsed-feed.ts'
import type { Markup } from './read-markup.ts'

/** A news sitemap may have 1,000 entries, other feeds have some dozens. */
export const MAX_ENTRIES = 2_000

/** An entry as its format states it, before ids are made and HTML is sanitised. */
export type DraftEntry = {
  id: string | null
  title: string | null
  link: string | null
  author: string | null
  publishedAt: Date | null
  updatedAt: Date | null
  categories: string[]
  enclosures: Enclosure[]
  outlet: string | null
  summary: Markup | null
  content: Markup | null
}

/** A feed as its format states it. */
export type DraftFeed = {
  title: string | null
  link: string | null
  self: string | null
  hubs: string[]
  schedule: FeedSchedule
  items: DraftEntry[]
  /** How many entries lie beyond those, where reading stopped and they were counted. */
  unread?: number
}
