import type { Transaction } from '@muster/postgres'
import { deleteEstimates, saveEstimates } from './store.ts'
import type { EstimateChange } from './topic-book.ts'

/** Stores what changes came to, given in order with the position of the event behind each. */
export async function storeChanges(
  tx: Transaction,
  changes: (EstimateChange & { position: number })[],
): Promise<void> {
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
