import { projectionPosition } from '@muster/event-store'
import { type Pool, withTransaction } from '@muster/postgres'
import { countDifferentDeltas } from './store.ts'

/** Compares the deltas in use with the new ones while these are made. */
export type Comparison = {
  /** Goes on in the background, where there is enough to compare. */
  goOn(): void
  /** How many deltas differ, of all that both projections have come to. */
  finish(): Promise<number>
}

/** So many positions at once are worth a look. */
const STEP = 50_000

/** Begins a comparison of what projections with these names have made. */
export function createComparison(pool: Pool, names: string[]): Comparison {
  let [through, different] = [0, 0]
  let running: Promise<void> | null = null
  return {
    goOn() {
      // What fails here is tried again at the end.
      running ??= compare(STEP)
        .catch(() => {})
        .finally(() => {
          running = null
        })
    },
    async finish() {
      await running
      await compare(1)
      return different
    },
  }

  async function compare(least: number): Promise<void> {
    const reached = await Promise.all(names.map((name) => projectionPosition(pool, name)))
    const next = Math.min(...reached)
    if (next - through < least) return
    different += await withTransaction(pool, (tx) => countDifferentDeltas(tx, through, next))
    through = next
  }
}
