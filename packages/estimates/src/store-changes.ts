import type { Transaction } from '@muster/postgres'
import { deleteEstimates, saveEstimates } from './store.ts'
import type { EstimateChange } from './topic-book.ts'

/** A change of an estimate with the position of the event behind it. */
export type RevisedEstimate = EstimateChange & { position: number }

/** Stores what changes came to, given in order. */
export async function storeChanges(tx: Transaction, changes: RevisedEstimate[]): Promise<void> {
  const last = [
    ...new Map(changes.map((each) => [`${each.topic} ${each.place} ${each.basis}`, each])).values(),
  ]
  await saveEstimates(
    tx,
    last.flatMap(({ topic, place, basis, position, after }) =>
      after ? [{ topic, place, basis, position, ...after }] : [],
    ),
  )
  await deleteEstimates(
    tx,
    last.filter(({ after }) => after === null),
  )
}
