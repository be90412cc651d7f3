import type { ThreadFault } from '../threads/ask-thread.ts'
import { createThreadLine, LIMIT_MS } from '../threads/create-thread-line.ts'
import type { ParseJob, ParseOutcome } from './parse-worker.ts'
import type { ParseOptions } from './parsed-feed.ts'

/** What a document can come to. Reasons are a line for people. */
export type FeedParseResult = ParseOutcome | ThreadFault

/** Parses feeds outside the main thread, one after the other. */
export type FeedParser = {
  parse: (body: Uint8Array, contentType: string | null, url: string, now: Date) => Promise<FeedParseResult>
  /** Ends the thread; what is still waiting comes to `parse-failed`. */
  stop: () => Promise<void>
}

type ParserOptions = ParseOptions & { limitMs?: number }

const SCRIPT = new URL('./parse-worker.mjs', import.meta.url)

/**
 * Creates a parser in a thread of its own. A document that holds it longer than `limitMs` (5 s) comes to
 * `parse-timeout`, and the next gets a fresh thread.
 */
export function createFeedParser({ limitMs = LIMIT_MS, ...options }: ParserOptions = {}): FeedParser {
  const line = createThreadLine<ParseJob, ParseOutcome>(SCRIPT, limitMs)
  return {
    parse: (body, contentType, url, now) => line.ask({ body, contentType, url, now, options }),
    stop: line.stop,
  }
}
