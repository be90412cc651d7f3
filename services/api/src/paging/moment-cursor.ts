import { decodeCursor } from './cursor.ts'
import { ID } from './id-cursor.ts'

const MILLISECONDS = /^\d{1,13}$/

/** When what a list goes on after was made, and its id; undefined for the beginning of the list. */
export function momentOf(cursor: string | undefined): { createdAt: Date; id: string } | undefined {
  if (cursor === undefined) return undefined
  const [milliseconds, id = ''] = decodeCursor(cursor, [MILLISECONDS, ID])
  return { createdAt: new Date(Number(milliseconds)), id }
}
