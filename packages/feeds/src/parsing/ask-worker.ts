import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import type { ParseJob, ParseOutcome } from './parse-worker.ts'
import type { ParseThread } from './start-worker.ts'

/** What a document can come to. Reasons are a line for people. */
export type FeedParseResult = ParseOutcome | { kind: 'parse-timeout' | 'parse-failed'; reason: string }

/** Gives a document to a thread and waits for what it comes to, at most `limitMs` once the thread is ready. */
export async function askWorker(
  { thread, ready }: ParseThread,
  job: ParseJob,
  limitMs: number,
): Promise<FeedParseResult> {
  const done = new AbortController()
  thread.ref()
  const ended = once(thread, 'exit', { signal: done.signal }).then(() => failed('the thread ended'))
  try {
    return await Promise.race([ended, ready.then(() => answer(thread, job, limitMs))])
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  } finally {
    thread.unref()
    ended.catch(() => undefined)
    done.abort()
  }
}

function answer(thread: Worker, job: ParseJob, limitMs: number): Promise<FeedParseResult> {
  return new Promise((resolve) => {
    const late = (): void => resolve({ kind: 'parse-timeout', reason: `over ${limitMs} ms` })
    const timer = setTimeout(late, limitMs).unref()
    thread.once('message', (outcome: ParseOutcome) => {
      clearTimeout(timer)
      resolve(outcome)
    })
    thread.postMessage(job)
  })
}

const failed = (reason: string): FeedParseResult => ({ kind: 'parse-failed', reason })
