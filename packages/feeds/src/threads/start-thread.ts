import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** A thread and when it has loaded what it needs; `ready` rejects when it ends before. */
export type StartedThread = { thread: Worker; ready: Promise<unknown> }

/** Twice what the largest documents need; past it the thread dies alone. */
const HEAP_MB = 512

/** Starts a thread that answers what it is sent. While nothing is asked of it, it keeps no process alive. */
export function startThread(script: URL): StartedThread {
  const thread = new Worker(script, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const ready = once(thread, 'message')
  // Whoever asks the thread next sees its end; unasked, an error is nobody's.
  thread.on('error', () => undefined)
  ready.catch(() => undefined)
  thread.unref()
  return { thread, ready }
}
