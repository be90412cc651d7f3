import { setTimeout as wait } from 'node:timers/promises'

/** The result of some work, or an error when it takes longer than it may. The work itself is not stopped. */
export async function inTime<T>(limitMs: number, work: Promise<T>): Promise<T> {
  const timer = new AbortController()
  const late = wait(limitMs, undefined, { signal: timer.signal, ref: false }).then(() => {
    throw new Error(`no answer within ${limitMs} ms`)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    timer.abort()
    late.catch(() => {})
  }
}
