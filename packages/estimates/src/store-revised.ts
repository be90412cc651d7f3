import type { Transaction } from '@muster/postgres'
import { deleteEstimates, saveEstimates } from './store.ts'
import type { RevisedEstimate } from './topic-books.ts'

/** Stores what estimates came to, each series once. */
export async function storeRevised(tx: Transaction, revised: RevisedEstimate[]): Promise<void> {
  await saveEstimates(
    tx,
    revised.flatMap(({ topic, place, basis, position, after }) =>
      after ? [{ topic, place, basis, position, ...after }] : [],
    ),
  )
  await deleteEstimates(
    tx,
    revised.filter(({ after }) => after === null),
  )
}
