import { askThread, type ThreadFault } from './ask-thread.ts'
import { type StartedThread, startThread } from './start-thread.ts'

/** Does jobs outside the main thread, one after the other. */
export type ThreadLine<Job, Outcome> = {
  ask(job: Job): Promise<Outcome | ThreadFault>
  /** Ends the thread; what is still waiting comes to `parse-failed`. */
  stop(): Promise<void>
}

type Waiting<Job, Outcome> = { job: Job; settle: (result: Outcome | ThreadFault) => void }

/** Ten times what the slowest honest document takes on a loaded machine. */
export const LIMIT_MS = 5_000

/**
 * Creates a line of jobs in front of a thread that runs `script`, which is started with the first of them. A job that
 * holds it longer than `limitMs`, counted from when its turn comes, ends the thread and comes to `parse-timeout`;
 * whatever else ends it comes to `parse-failed`. The next job gets a fresh thread. The caller's event loop is never
 * held up.
 */
export function createThreadLine<Job extends object, Outcome extends { kind: string }>(
  script: URL,
  limitMs: number,
): ThreadLine<Job, Outcome> {
  const waiting: Waiting<Job, Outcome>[] = []
  let started: StartedThread | null = null
  let isBusy = false
  let isStopped = false

  async function next(): Promise<void> {
    const turn = isBusy ? undefined : waiting.shift()
    if (!turn) return
    isBusy = true
    // One that died while nothing was asked of it has no number any more.
    if (started === null || started.thread.threadId < 0) started = startThread(script)
    const result = isStopped ? STOPPED : await askThread<Outcome>(started, turn.job, limitMs)
    if (result.kind === 'parse-timeout' || result.kind === 'parse-failed') {
      void started.thread.terminate()
      started = null
    }
    isBusy = false
    turn.settle(result)
    void next()
  }

  return {
    ask: (job) =>
      new Promise((settle) => {
        waiting.push({ job, settle })
        void next()
      }),
    stop: async () => {
      isStopped = true
      for (const { settle } of waiting.splice(0)) settle(STOPPED)
      await started?.thread.terminate()
    },
  }
}

const STOPPED: ThreadFault = { kind: 'parse-failed', reason: 'the thread was stopped' }
