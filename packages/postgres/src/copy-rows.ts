import { listField, textField } from './copy-fields.ts'
import { copyLines } from './copy-lines.ts'
import type { Transaction } from './create-pool.ts'

/** A value of a row: lists become arrays of text, and JSON comes as its text. */
export type CopyValue = string | number | boolean | Date | null | string[]

/** Inserts rows by COPY. `target` is a table with the columns in the order of the values. */
export function copyRows(tx: Transaction, target: string, rows: Iterable<CopyValue[]>): Promise<void> {
  return copyLines(tx, target, linesOf(rows))
}

function* linesOf(rows: Iterable<CopyValue[]>): Generator<string> {
  for (const row of rows) yield `${row.map(toField).join('\t')}\n`
}

function toField(value: CopyValue): string {
  if (value === null || typeof value === 'string') return textField(value)
  if (value instanceof Date) return value.toISOString()
  return Array.isArray(value) ? listField(value) : String(value)
}
