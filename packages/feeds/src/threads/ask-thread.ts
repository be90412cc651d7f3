import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import type { StartedThread } from './start-thread.ts'

/** What happens to a job whose thread does not answer. Reasons are a line for people. */
export type ThreadFault = { kind: 'parse-timeout' | 'parse-failed'; reason: string }

/** Gives a job to a thread and waits for what it comes to, at most `limitMs` once the thread is ready. */
export async function askThread<Outcome>(
  { thread, ready }: StartedThread,
  job: object,
  limitMs: number,
): Promise<Outcome | ThreadFault> {
  const done = new AbortController()
  thread.ref()
  const ended = once(thread, 'exit', { signal: done.signal }).then(() => failed('the thread ended'))
  try {
    return await Promise.race([ended, ready.then(() => answer<Outcome>(thread, job, limitMs))])
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  } finally {
    thread.unref()
    ended.catch(() => undefined)
    done.abort()
  }
}

function answer<Outcome>(thread: Worker, job: object, limitMs: number): Promise<Outcome | ThreadFault> {
  return new Promise((resolve) => {
    const late = (): void => resolve({ kind: 'parse-timeout', reason: `over ${limitMs} ms` })
    const timer = setTimeout(late, limitMs).unref()
    thread.once('message', (outcome: Outcome) => {
      clearTimeout(timer)
      resolve(outcome)
    })
    thread.postMessage(job)
  })
}

const failed = (reason: string): ThreadFault => ({ kind: 'parse-failed', reason })
