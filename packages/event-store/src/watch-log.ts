import { EventEmitter } from 'node:events'
import { listen } from '@muster/postgres'
import type { Logger } from '@muster/runtime'
import { LOG_CHANNEL } from './store.ts'

/** Waits until the log may have grown since this follower last waited, or the signal comes. */
export type Follower = (signal: AbortSignal) => Promise<void>

/** What wakes the readers of the log in this process. */
export type LogWatch = {
  /** A follower of its own for each reader: what happens while the reader works ends its next wait at once. */
  follow(): Follower
  stop(): Promise<void>
}

/** Notifications can be lost (by a pooler, a dead connection, an appender that is killed); this is the truth. */
const LOOK_EVERY_MS = 1_000

/** Listens for appends over one connection for the whole process. Every wait ends after a second in any case. */
export function watchLog(databaseUrl: string, name: string, logger: Logger): LogWatch {
  const bell = new EventEmitter().setMaxListeners(0)
  let rings = 0
  const listener = listen({ databaseUrl, channel: LOG_CHANNEL, name, logger }, () => {
    rings++
    bell.emit('ring')
  })
  return {
    follow() {
      let heard = rings
      return async (signal) => {
        if (rings === heard) await nextRing(bell, signal)
        heard = rings
      }
    },
    stop: listener.stop,
  }
}

function nextRing(bell: EventEmitter, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      bell.off('ring', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, LOOK_EVERY_MS)
    bell.once('ring', done)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}
