import type { Pool } from '@muster/postgres'
import { announceAppend } from './announce-append.ts'
import type { AppendResult } from './event.ts'
import { nameAppendError } from './name-append-error.ts'
import type { PreparedAppend } from './prepare-append.ts'
import { callAppendEvents } from './store.ts'

type Waiting = {
  prepared: PreparedAppend
  resolve: (result: AppendResult) => void
  reject: (error: unknown) => void
}

const MOST_EVENTS = 500
/** From so many events on, what a call costs besides its events no longer counts, and company would only wait. */
const LARGE = 20
const LARGEST_SIZE = 1024 * 1024

/** What waits for each pool; there is an entry while a call is under way. */
const queues = new WeakMap<Pool, Waiting[]>()

/**
 * Makes an append; a small one together with the others that came while the last call was under way: one round trip
 * and one commit for all. Nobody waits for company. Commits go one after another in any case, so a second call at the
 * same time would only wait in the database. One that fails does not touch the others. A large one goes by itself:
 * the next is made ready and sent while the database writes it.
 */
export function appendTogether(pool: Pool, prepared: PreparedAppend): Promise<AppendResult> {
  return new Promise((resolve, reject) => {
    const waiting = { prepared, resolve, reject }
    const queue = queues.get(pool)
    if (prepared.count >= LARGE) void makeAll(pool, [waiting])
    else if (queue) queue.push(waiting)
    else void work(pool, waiting)
  })
}

async function work(pool: Pool, first: Waiting): Promise<void> {
  const queue = [first]
  queues.set(pool, queue)
  while (queue.length > 0) await makeAll(pool, takeBatch(queue))
  queues.delete(pool)
}

/** Takes what fits into one call. Appends to one stream go into different calls, in the order they came. */
function takeBatch(queue: Waiting[]): Waiting[] {
  const [first, ...others] = queue.splice(0) as [Waiting, ...Waiting[]]
  const batch = [first]
  const streams = new Set(streamsOf(first))
  let { count, size } = first.prepared
  for (const waiting of others) {
    const own = streamsOf(waiting)
    const isFree = own.every((stream) => !streams.has(stream))
    for (const stream of own) streams.add(stream)
    count += waiting.prepared.count
    size += waiting.prepared.size
    const fits = isFree && count <= MOST_EVENTS && size <= LARGEST_SIZE
    const target = fits ? batch : queue
    target.push(waiting)
  }
  return batch
}

const streamsOf = ({ prepared }: Waiting): string[] => prepared.parts.map(({ stream }) => stream)

async function makeAll(pool: Pool, batch: Waiting[]): Promise<void> {
  try {
    const results = await callAppendEvents(
      pool,
      batch.map(({ prepared }) => prepared),
    )
    batch.forEach(({ resolve }, index) => {
      resolve(results[index] as AppendResult)
    })
    announceAppend(pool)
  } catch (error) {
    if (batch.length > 1 && isRefusal(error)) for (const waiting of batch) await makeAll(pool, [waiting])
    else for (const { reject } of batch) reject(nameAppendError(error))
  }
}

/** The database refused one of them, as opposed to a lost connection: each then gets its own answer. */
function isRefusal(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^(ES|2|4|5[45])/.test(code) && code.length === 5
}
