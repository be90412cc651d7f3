import { askWorker, type FeedParseResult } from './ask-worker.ts'
import type { ParseJob } from './parse-worker.ts'
import type { ParseOptions } from './parsed-feed.ts'
import { type ParseThread, startWorker } from './start-worker.ts'

/** Parses feeds outside the main thread, one after the other. */
export type FeedParser = {
  parse: (body: Uint8Array, contentType: string | null, url: string, now: Date) => Promise<FeedParseResult>
  /** Ends the thread; what is still waiting comes to `parse-failed`. */
  stop: () => Promise<void>
}

type ParserOptions = ParseOptions & { limitMs?: number }
type Waiting = { job: ParseJob; settle: (result: FeedParseResult) => void }

/** Ten times what the slowest honest feed takes on a loaded machine. */
const LIMIT_MS = 5_000
/**
 * Creates a parser in a thread of its own. A document that holds it longer than `limitMs` (5 s), counted from when its
 * turn comes, ends the thread and comes to `parse-timeout`; whatever else ends it comes to `parse-failed`. The next
 * document gets a fresh thread. The caller's event loop is never held up.
 */
export function createFeedParser({ limitMs = LIMIT_MS, ...options }: ParserOptions = {}): FeedParser {
  const waiting: Waiting[] = []
  let worker: ParseThread | null = null
  let isBusy = false
  let isStopped = false

  async function next(): Promise<void> {
    const turn = isBusy ? undefined : waiting.shift()
    if (!turn) return
    isBusy = true
    // One that died while nothing was asked of it has no number any more.
    if (worker === null || worker.thread.threadId < 0) worker = startWorker()
    const result = isStopped ? STOPPED : await askWorker(worker, turn.job, limitMs)
    if (result.kind === 'parse-timeout' || result.kind === 'parse-failed') {
      void worker.thread.terminate()
      worker = null
    }
    isBusy = false
    turn.settle(result)
    void next()
  }

  return {
    parse: (body, contentType, url, now) =>
      new Promise((settle) => {
        waiting.push({ job: { body, contentType, url, now, options }, settle })
        void next()
      }),
    stop: async () => {
      isStopped = true
      for (const { settle } of waiting.splice(0)) settle(STOPPED)
      await worker?.thread.terminate()
    },
  }
}

const STOPPED: FeedParseResult = { kind: 'parse-failed', reason: 'the parser was stopped' }
