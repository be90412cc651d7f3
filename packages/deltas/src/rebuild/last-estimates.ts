import { type RevisedEstimate, storeRevised } from '@muster/estimates'
import type { Transaction } from '@muster/postgres'

/** What estimates were revised to last. */
export type LastEstimates = {
  store(tx: Transaction, revised: RevisedEstimate[]): Promise<void>
  /** Stores what was held back; from now on all is stored as it comes. */
  settle(tx: Transaction): Promise<void>
}

/**
 * Holds estimates back until a log is folded, so that each is written once and not with every batch. A series is stored
 * when it first comes all the same: the database may refuse its name, and then the event is to be set aside.
 */
export function createLastEstimates(): LastEstimates {
  const last = new Map<string, RevisedEstimate>()
  let isSettled = false
  return {
    async store(tx, revised) {
      if (isSettled) return storeRevised(tx, revised)
      await storeRevised(
        tx,
        revised.filter((each) => !last.has(keyOf(each))),
      )
      for (const each of revised) last.set(keyOf(each), each)
    },
    async settle(tx) {
      await storeRevised(tx, [...last.values()])
      last.clear()
      isSettled = true
    },
  }
}

const keyOf = ({ topic, place, basis }: RevisedEstimate): string => `${topic} ${place} ${basis}`
