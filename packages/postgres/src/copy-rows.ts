import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from } from 'pg-copy-streams'
import type { Transaction } from './create-pool.ts'

/** A value of a row: lists become arrays of text, and JSON comes as its text. */
export type CopyValue = string | number | boolean | Date | null | string[]

/** About as much as the socket takes at once; the whole as one string would be hundreds of megabytes. */
const CHUNK_ROWS = 500

/**
 * Inserts rows by COPY, the quickest way there is. `target` is a table with the columns in the order of the values. Rows
 * that a generator makes are made while the database takes those before; what it throws ends the COPY and is thrown.
 */
export async function copyRows(tx: Transaction, target: string, rows: Iterable<CopyValue[]>): Promise<void> {
  const chunks = chunksOf(rows)
  const first = chunks.next()
  if (first.done) return
  await pipeline(Readable.from(goingOn(first.value, chunks)), tx.query(from(`copy ${target} from stdin`)))
}

function* chunksOf(rows: Iterable<CopyValue[]>): Generator<string> {
  let [text, count] = ['', 0]
  for (const row of rows) {
    text += toLine(row)
    if (++count % CHUNK_ROWS > 0) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

function* goingOn(first: string, rest: Generator<string>): Generator<string> {
  yield first
  yield* rest
}

function toLine(row: CopyValue[]): string {
  let line = ''
  for (let n = 0; n < row.length; n++) line += (n === 0 ? '' : '\t') + toField(row[n] as CopyValue)
  return `${line}\n`
}

function toField(value: CopyValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escapeField(value)
  if (value instanceof Date) return value.toISOString()
  return Array.isArray(value) ? escapeField(toArray(value)) : String(value)
}

/** Most values hold none of these, and looking is cheaper than replacing; four looks are cheaper than one pattern. */
function escapeField(text: string): string {
  const isPlain = !text.includes('\\') && !text.includes('\t') && !text.includes('\n') && !text.includes('\r')
  return isPlain ? text : text.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char)
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const toArray = (list: string[]): string =>
  `{${list.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
