import type { CapturableEntry } from '../capture-within.ts'

/** What a look is for: the text of a page, or whether it is still there where the text is the feed's. */
export type LookWant = 'text' | 'presence'

/** A page that is to be asked for. */
export type PageLook = {
  articleId: string
  feedId: string
  url: string
  /** Whose turns it waits for: where the page redirects to, or else the domain of its address. */
  domain: string
  /** When the feed was first seen to carry the article. */
  seenAt: Date
  dueAt: Date
  /** How many looks were done. */
  looks: number
  /** How many characters of text the feed carried. */
  feedLength: number
  wants: LookWant
  /** What the feed carried, until that is captured. */
  entry: CapturableEntry | null
  /** When that was; null while it waits. */
  capturedAt: Date | null
  /** When the page was missing at a first look; it is gone when it is missing at the next. */
  missingAt: Date | null
}

/** A look at the page of an entry that waits for it. */
export type NewLook = Omit<PageLook, 'looks' | 'wants' | 'capturedAt' | 'missingAt'>

/** The first look at whether the page of a captured article is still there. */
export type NewPresenceLook = Omit<NewLook, 'entry'> & { capturedAt: Date }

/** What asking for the page of an entry came to: its text, or why there is none, by name. */
export type PageResult = { kind: 'text'; text: string } | { kind: 'failed'; reason: string }

/** What a later look at the page saw. A failure that is `isPassing` may be over in an hour. */
export type PageSight =
  | { kind: 'text'; text: string }
  /** Of a look that wants no more. */
  | { kind: 'present' }
  | { kind: 'missing'; status: number }
  | { kind: 'failed'; reason: string; isPassing: boolean }
  /** The feed is not allowed full text any more. */
  | { kind: 'forbidden' }
