import type { Transaction } from '@muster/postgres'
import { endOf } from './end-of.ts'
import type { ClaimChange } from './read-claim-changes.ts'
import { endClaims, insertClaims } from './store.ts'

/** Projects changes of claims: each thing that one said stays in a row, from one position of the log until another. */
export async function storeClaimChanges(tx: Transaction, changes: ClaimChange[]): Promise<void> {
  const begun = new Map(changes.flatMap(({ after }) => (after ? [[rowOf(after), after] as const] : [])))
  const ended = changes.flatMap(({ before, event }) => (before ? [endOf(before, event)] : []))
  for (const claim of ended) if (begun.has(rowOf(claim))) begun.set(rowOf(claim), claim)
  await endClaims(
    tx,
    ended.filter((claim) => !begun.has(rowOf(claim))),
  )
  await insertClaims(tx, [...begun.values()])
}

const rowOf = ({ id, fromPosition }: { id: string; fromPosition: number }): string => `${id} ${fromPosition}`
