import { parentPort } from 'node:worker_threads'
import { FeedTooLargeError } from './feed-too-large-error.ts'
import { NotAFeedError } from './not-a-feed-error.ts'
import { parseFeed } from './parse-feed.ts'
import type { ParsedFeed, ParseOptions } from './parsed-feed.ts'

/** A document to parse; the arguments of parseFeed. */
export type ParseJob = {
  body: Uint8Array
  contentType: string | null
  url: string
  now: Date
  options: ParseOptions
}

/** What a document comes to in the worker. Expected failures are values. */
export type ParseOutcome =
  | { kind: 'parsed'; feed: ParsedFeed }
  | { kind: 'not-a-feed' | 'too-large'; reason: string }

const port = parentPort
if (!port) throw new Error('this module is started by createFeedParser')
port.on('message', (job: ParseJob) => {
  // What is not expected ends the worker, which its owner sees.
  void parse(job).then((outcome) => port.postMessage(outcome))
})

// Loading takes seconds on a busy machine, which no document is to blame for.
port.postMessage('ready')

async function parse({ body, contentType, url, now, options }: ParseJob): Promise<ParseOutcome> {
  try {
    return { kind: 'parsed', feed: await parseFeed(body, contentType, url, now, options) }
  } catch (error) {
    if (error instanceof NotAFeedError || error instanceof FeedTooLargeError)
      return { kind: error.code, reason: error.message }
    throw error
  }
}
