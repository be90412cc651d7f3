import type { CapturableEntry } from '../capture-within.ts'

/** A page that is to be asked for. */
export type PageLook = {
  articleId: string
  feedId: string
  url: string
  /** When the feed was first seen to carry the article. */
  seenAt: Date
  dueAt: Date
  /** How many characters of text the feed carried. */
  feedLength: number
  /** What the feed carried, until that is captured. */
  entry: CapturableEntry | null
}

/** What asking for the page of an entry came to: its text, or why there is none, by name. */
export type PageResult = { kind: 'text'; text: string } | { kind: 'failed'; reason: string }
