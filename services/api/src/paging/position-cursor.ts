import { decodeCursor } from './cursor.ts'

const POSITION = /^\d{1,15}$/

/** The position in the log from which a list goes on, or undefined for its beginning. */
export function positionOf(cursor: string | undefined): number | undefined {
  return cursor === undefined ? undefined : Number(decodeCursor(cursor, [POSITION])[0])
}
